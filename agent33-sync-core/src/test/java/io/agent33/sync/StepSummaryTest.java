package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.print.StepSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run came to, on the page of a job. */
class StepSummaryTest {
    @TempDir
    private Path folder;

    private final World world = new World();

    @BeforeEach
    void released() {
        world.upstream.commit("a").file("core/a.md", "a\n").tag("v1.0.0");
    }

    private Path file() {
        return folder.resolve("summary.md");
    }

    private SyncEngine engine() {
        return world.engine().addListener(StepSummary.appendingTo(file())).build();
    }

    private String text() throws IOException {
        return Files.readString(file()).replaceAll("[0-9.]+ s, .*", "TIME");
    }

    @Test
    void aRunIsATableOfItsRules() throws IOException {
        engine().run();

        assertThat(text()).isEqualTo("""
                ## agent33-sync run: 1 rule

                | Downstream | Rule | Outcome | Files | Pull request |
                | --- | --- | --- | --- | --- |
                | `org/webapp` | `docs` | proposed | 1 added, 0 modified, 0 removed | <code>memory:org/webapp/docs</code> |

                1 downstream, TIME

                """.replace("memory:org/webapp/docs", location()));
    }

    private String location() throws IOException {
        return text().replaceAll("(?s).*<code>(.*)</code>.*", "$1");
    }

    @Test
    void aPlanHasOneTooAndEachAppends() throws IOException {
        engine().plan(SyncTrigger.due());
        engine().run();

        assertThat(text())
                .startsWith("## agent33-sync plan: 1 rule\n")
                .contains("| planned | 1 added, 0 modified, 0 removed | <code>agent33-sync/v1.0.0/docs</code> |")
                .contains("## agent33-sync run: 1 rule\n");
    }

    @Test
    void whatIsWrongComesFirstWithItsReason() throws IOException {
        world.downstreams.create("org/apart").commit("begin").file("README.md", "x\n");
        world.downstreams.get("org/apart").fail(RepositoryException.Reason.UNREACHABLE);
        world.rules(
                World.rule("docs").build(),
                World.rule("zeta").targetRepo("org/apart").build());

        engine().run();

        assertThat(text())
                .startsWith("## agent33-sync run: 2 rules, 1 to be looked at\n")
                .contains("| --- |\n| `org/apart` | `zeta` | failed |  |  |\n| `org/webapp` |")
                .contains("<details><summary>org/apart zeta: failed</summary>\n\n<pre>\norg/apart: found ")
                .contains("[unreachable]\n</pre>");
    }

    @Test
    void foreignTextIsShownAndDoesNothing() throws IOException {
        world.upstream.commit("odd").file("core/con<b>|`x`\u202e.md", "a\n").tag("v1.1.0");

        engine().run();

        assertThat(text()).doesNotContain("<b>").doesNotContain("\u202e").contains("&lt;b&gt;");
    }

    @Test
    void aSummaryIsNeverLongerThanGitHubTakes() throws IOException {
        world.webapp().fail(RepositoryException.Reason.UNREACHABLE);
        world.rules(IntStream.range(0, 6_000)
                .mapToObj(i -> World.rule("a-rule-with-a-long-name-" + i)
                        .targetPath("d" + i + "/")
                        .build())
                .toArray(SyncRule[]::new));

        engine().run();

        assertThat(Files.size(file())).isBetween(900_000L, 1L << 20);
        assertThat(text())
                .containsPattern("\\*[0-9]+ more are left out here\\.\\*")
                .endsWith("1 downstream, TIME\n\n");
    }

    @Test
    void aFileThatCannotBeWrittenCostsNothing() {
        var report = world.engine()
                .addListener(StepSummary.appendingTo(folder))
                .build()
                .run();

        assertThat(report.successful()).isTrue();
    }
}
