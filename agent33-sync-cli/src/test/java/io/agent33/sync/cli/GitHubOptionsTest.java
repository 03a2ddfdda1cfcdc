package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.cli.quickstart.SampleWorld;
import io.agent33.sync.github.simulated.Seen;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --github} and who asks there. */
class GitHubOptionsTest {
    @TempDir
    Path folder;

    private SampleWorld world;

    @BeforeEach
    void create() {
        world = SampleWorld.create(folder);
    }

    private List<String> arguments(String... more) {
        List<String> all = new ArrayList<>(List.of("run", "--rule=webapp-orchestrator"));
        all.addAll(world.options());
        all.addAll(List.of(more));
        return all;
    }

    private Cli.Result process(String token, List<String> arguments) {
        ProcessBuilder process = Cli.process(List.of(), arguments.toArray(String[]::new));
        process.environment().put("AGENT33_GIT_TOKEN", token);
        return Cli.finished(process, folder);
    }

    /** In this process, of which the build sees to it that it has no token. */
    private Cli.Result run(String... more) {
        return Cli.run(arguments(more).toArray(String[]::new));
    }

    @Test
    @Tag("thorough")
    void aRunOpensItsPullRequestThere() {
        try (SimulatedGitHub gitHub = SimulatedGitHub.start()) {
            gitHub.branches(
                    (repository, branch) -> world.refs(repository.toString()).contains("refs/heads/" + branch + " "));

            var result = process("good-secret", arguments("--github=" + gitHub.address()));
            var again = process("good-secret", arguments("--github=" + gitHub.address()));

            assertThat(result.status()).as(result.out() + result.err()).isZero();
            assertThat(result.out()).contains("1 rule: 1 proposed\n", "https://github.test/org/webapp/pull/1");
            assertThat(again.out()).contains("1 rule: 1 waiting\n");
            assertThat(Seen.in(gitHub, RepositoryId.of("org/webapp"))
                            .open("agent33-sync/v1.1.0/webapp-orchestrator")
                            .labels())
                    .contains("agent33-sync", "auto-generated");
            assertThat(result.out() + result.err() + again.out() + again.err()).doesNotContain("good-secret");
        }
    }

    @Test
    void aTokenThatIsRefusedCostsTheRuleAndIsNotShown() {
        try (SimulatedGitHub gitHub = SimulatedGitHub.start()) {
            var result = process("bad-secret", arguments("--github=" + gitHub.address()));

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.out()).contains("401", "check the token");
            assertThat(result.out() + result.err()).doesNotContain("bad-secret");
        }
    }

    @Test
    void withoutATokenItSaysWhereItIsLookedFor() {
        var result = run("--github");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("expected a token in the environment as AGENT33_GIT_TOKEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--github=ftp://example.org --github-app=1 --github-key=KEY | an address of GitHub is https://",
                "--github=ex^ample --github-app=1 --github-key=KEY | expected an address such as https://github.example.org",
                "--github-app=1 --github-key=KEY | go with --github",
                "--github --github-app=1 | go together",
                "--github --github-app=1 --github-key=missing.pem | missing.pem cannot be read",
                "--github --github-app=1 --github-key=KEY | private key is a text in PEM"
            })
    void whatIsHalfSaidIsWrongUse(String options, String complaint) throws IOException {
        Path key = Files.writeString(folder.resolve("key.pem"), "a secret that is no key");

        var result = run(options.replace("KEY", key.toString()).split(" "));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(complaint).doesNotContain("a secret");
        assertThat(result.out()).isEmpty();
    }
}
