package io.agent33.sync.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.RepositoryId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    @TempDir
    static Path temporary;

    private static Path folder;
    private static Sample sample;
    private static String story;
    private static boolean fine;

    @BeforeAll
    static void take() {
        // A name that the shell would take apart.
        folder = temporary.resolve("it's a folder");
        sample = new Sample(folder);
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        fine = new Quickstart(folder, writer).run();
        writer.flush();
        story = out.toString();
    }

    @Test
    void everySyncWentWell() {
        assertThat(fine).as(story).isTrue();
    }

    @Test
    void theStoryNamesEveryPullRequest() {
        assertThat(story)
                .contains("sync(agent33): Update ")
                .contains("agent33-sync/v1.1.0/webapp-orchestrator")
                .contains("agent33-sync/v1.1.0/api-prompts")
                .contains("agent33-sync/v1.1.0/docs-agents")
                .contains("1 added, 1 modified, 1 removed")
                .contains("    |   source: \"core/orchestrator/**\"\n")
                .contains("    | ## Sync Update from AGENT-33\n    |\n")
                .doesNotContain("Exception");
    }

    @Test
    void everyGitCommandOfTheStoryWorksWhenPasted() {
        List<String> commands = commands("git --git-dir");

        assertThat(commands).hasSizeGreaterThan(5);
        assertThat(commands)
                .allSatisfy(command -> assertThat(Git.pasted(command)).isNotBlank());
    }

    @Test
    void theFirstReleaseIsMerged() {
        Path webapp = sample.downstream(Sample.WEBAPP);

        assertThat(Git.in(webapp, "log", "--format=%s", "--first-parent", "main"))
                .isEqualTo("""
                Merge branch 'agent33-sync/v1.0.0/webapp-orchestrator'
                First commit
                """);
        assertThat(Git.in(webapp, "rev-list", "--merges", "--count", "main")).isEqualTo("1\n");
        assertThat(content(webapp, "main:docs/agent33/orchestrator"))
                .isEqualTo(content(sample.upstream(), "v1.0.0:core/orchestrator"));
    }

    @Test
    void theSecondReleaseWaitsOnItsBranch() {
        Path webapp = sample.downstream(Sample.WEBAPP);
        Path service = sample.downstream(RepositoryId.of("org/api-service"));

        assertThat(content(webapp, "agent33-sync/v1.1.0/webapp-orchestrator:docs/agent33/orchestrator"))
                .isEqualTo(content(sample.upstream(), "v1.1.0:core/orchestrator"));
        assertThat(content(service, "agent33-sync/v1.1.0/api-prompts:resources/agent33/prompts"))
                .isEqualTo(content(sample.upstream(), "v1.1.0:core/prompts"));
    }

    @Test
    void aReferenceNamesTheDocumentAndTheRelease() {
        Path docs = sample.downstream(RepositoryId.of("org/docs-site"));

        assertThat(Git.in(docs, "show", "agent33-sync/v1.1.0/docs-agents:content/agents/auditor.md"))
                .contains("core/agents/auditor.md", "v1.1.0")
                .doesNotContain("samples it");
    }

    @Test
    void gitFindsNothingWrongAfterwards() {
        for (String name : List.of("org/webapp", "org/api-service", "org/docs-site")) {
            assertThat(Git.in(sample.downstream(RepositoryId.of(name)), "fsck", "--strict", "--no-dangling"))
                    .isBlank();
        }
    }

    private static List<String> commands(String start) {
        return story.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(start) || line.contains(" " + start))
                .map(line -> line.substring(line.indexOf(start)))
                .toList();
    }

    /** Paths, modes and ids below a tree, less the rules, which no sample rule delivers. */
    private static String content(Path repository, String tree) {
        return Git.in(repository, "ls-tree", "-r", tree)
                .lines()
                .filter(line -> !line.contains("\tdistribution/"))
                .reduce("", (text, line) -> text + line + "\n");
    }
}
