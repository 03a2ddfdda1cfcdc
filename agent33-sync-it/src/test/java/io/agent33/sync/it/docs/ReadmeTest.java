package io.agent33.sync.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.it.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README prints works as it stands. */
class ReadmeTest {
    private static final String JAR = "agent33-sync-cli/target/agent33-sync.jar";
    private static final String RULE = """
            sync_rule:
              id: docs
              source: "core/**/*.md"
              target_repo: org/webapp
              target_path: docs/agent33/
              frequency: on_release
            """;

    @TempDir
    private Path folder;

    @Test
    void itsExampleSyncsARelease() throws IOException {
        Path upstream = bare("agent33/agent33", "core/SPEC.md", "# Spec\n");
        Path downstream = bare("org/webapp", "README.md", "# Webapp\n");

        String printed = Snippet.compiled(example(0), folder)
                .main(
                        upstream.toString(),
                        folder + "/{repo}.git",
                        folder.resolve("pull-requests").toString());

        assertThat(printed).contains("org/webapp docs: proposed, 1 added, 0 modified, 0 removed");
        assertThat(printed.lines())
                .as("the report, and nothing that the library prints by itself")
                .hasSize(9)
                .first()
                .asString()
                .startsWith("Sync for ");
        assertThat(Command.git(downstream, "show", "agent33-sync/v1.0.0/docs:docs/agent33/SPEC.md"))
                .isEqualTo("# Spec\n");
        assertThat(folder.resolve("pull-requests/org/webapp/docs/v1.0.0.md")).isNotEmptyFile();
    }

    @Test
    void itsTestPasses() throws ReflectiveOperationException {
        Snippet.compiled(example(1), folder).test();
    }

    @Test
    void itsCommandsAreThoseThatContinuousIntegrationRuns() {
        String readme = Paper.read("README.md");
        String ci = Paper.read(".ci/run");

        assertThat(Paper.blocks("README.md", "sh"))
                .contains("mvn -q -DskipTests package && java -jar " + JAR + " quickstart\n", "mvn verify\n");
        assertThat(ci).contains("mvn", "tested verify", "-jar " + JAR + " quickstart");
        assertThat(readme).contains(JAR);
        assertThat(Paper.read("agent33-sync-cli/pom.xml")).contains("<finalName>agent33-sync</finalName>");
    }

    @Test
    void itsModulesAreThoseOfTheBuild() {
        String readme = Paper.read("README.md");

        assertThat(Paper.modules()).allSatisfy(module -> assertThat(readme).contains("| `" + module + "` |"));
    }

    @Test
    void itsOptionsAreThoseOfTheCommand() throws IOException {
        Set<String> printed = options(Paper.read("README.md"), "(?m)^\\| `(--[a-z-]+)|, `(--[a-z-]+)");

        try (Stream<Path> sources = Files.walk(Paper.at("agent33-sync-cli/src/main/java"))) {
            String code = sources.filter(Files::isRegularFile)
                    .map(Paper::read)
                    .collect(Collectors.joining())
                    .replaceAll("names = \"[a-z-]+\", hidden = true", "");
            assertThat(printed).isEqualTo(options(code, "names = (?:\\{\"-.\", )?\"(--[a-z-]+)\""));
        }
    }

    private static Set<String> options(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String example(int index) {
        List<String> examples = Paper.blocks("README.md", "java");
        assertThat(examples).as("examples in README.md").hasSize(2);
        return examples.get(index);
    }

    /** A bare repository with one file, a rule and a release. */
    private Path bare(String name, String file, String content) throws IOException {
        Path clone = folder.resolve("clones").resolve(name);
        Path bare = folder.resolve(name + ".git");
        write(clone.resolve(file), content);
        write(clone.resolve("core/orchestrator/distribution/rules/docs.yaml"), RULE);
        Command.git(clone, "init", "--quiet", "--initial-branch=main");
        Command.git(clone, "add", ".");
        Command.git(clone, "commit", "--quiet", "-m", "init");
        Command.git(clone, "tag", "v1.0.0");
        Files.createDirectories(bare.getParent());
        Command.git(folder, "clone", "--quiet", "--bare", clone.toString(), bare.toString());
        return bare;
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
