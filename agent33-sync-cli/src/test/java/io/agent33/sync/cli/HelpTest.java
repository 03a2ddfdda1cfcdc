package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "plan --help", "run -h", "rules --help", "rules check --help", "quickstart --help"})
    void helpIsAResult(String arguments) {
        var result = Cli.run(arguments.split(" "));

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("Usage: agent33-sync").contains("Options:");
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
    }

    @Test
    void theFirstPageTellsCommandsStatusesCredentialsAndExamples() {
        assertThat(Cli.run("--help").out())
                .contains("plan ", "run ", "rules ", "quickstart ")
                .contains("Exit status:", "AGENT33_GIT_USER", "AGENT33_GIT_TOKEN", "agent33-sync quickstart");
    }

    @Test
    void theVersionIsAResult() {
        var result = Cli.run("--version");

        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("agent33-sync ").contains("Java ");
    }

    /** Loading the libraries behind the engine is what would make help slow. */
    @Test
    void helpLoadsNeitherGitNorYaml(@TempDir Path folder) throws IOException {
        Path loaded = folder.resolve("loaded");
        var result =
                Cli.finished(Cli.process(List.of("-Xlog:class+load=info:file=" + loaded), "run", "--help"), folder);

        assertThat(result.status()).isZero();
        assertThat(Files.readString(loaded))
                .contains("io.agent33.sync.cli.RunCommand")
                .doesNotContain("org.eclipse.jgit", "com.fasterxml.jackson", "org.slf4j", "io.agent33.sync.core.git");
    }
}
