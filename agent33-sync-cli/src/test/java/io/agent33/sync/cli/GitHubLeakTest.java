package io.agent33.sync.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.cli.quickstart.SampleWorld;
import io.agent33.sync.github.simulated.Mishap;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that fail at GitHub, with every log there is: nothing that they leave behind holds a credential (S14). */
@Tag("thorough")
class GitHubLeakTest {
    @TempDir
    Path folder;

    private final SimulatedGitHub gitHub = SimulatedGitHub.start();
    private SampleWorld world;

    @BeforeEach
    void create() {
        world = SampleWorld.create(folder.resolve("world"));
        gitHub.branches(
                (repository, branch) -> world.refs(repository.toString()).contains("refs/heads/" + branch + " "));
    }

    @AfterEach
    void close() {
        gitHub.close();
    }

    private Cli.Result run(String token, String... more) {
        List<String> all = new ArrayList<>(List.of("run", "--verbose", "--rule=webapp-orchestrator"));
        all.addAll(world.options());
        all.add("--github=" + gitHub.address());
        all.addAll(List.of(more));
        ProcessBuilder process = Cli.process(
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace", "-Duser.home=" + folder),
                all.toArray(String[]::new));
        process.environment().put("AGENT33_GIT_TOKEN", token);
        return Cli.finished(process, folder);
    }

    private void assertNowhere(String secret) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, ISO_8859_1)).as("%s", file).doesNotContain(secret);
            }
        }
    }

    /** Output, logs and stack traces are files of the folder too. */
    @Test
    void noTokenIsLeftBehind() throws IOException {
        gitHub.fail((number, request) -> request.isRead() ? Mishap.NONE : Mishap.FORBIDDEN);
        Cli.Result refused = run("good-4f1c9a7be2");
        assertThat(refused.status()).as(refused.out() + refused.err()).isEqualTo(1);
        assertThat(refused.out()).contains("Resource not accessible by integration");
        assertThat(refused.err()).as("logs are on").contains("DEBUG");
        assertNowhere("4f1c9a7be2");

        assertThat(run("bad-4f1c9a7be2").out()).contains("401");
        assertNowhere("4f1c9a7be2");
    }

    @Test
    void noKeyOrTokenOfAnAppIsLeftBehind() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        String secret = Base64.getEncoder()
                .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
        Path elsewhere = Files.createTempFile("key", ".pem");
        try {
            Files.writeString(elsewhere, "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n");
            gitHub.fail((number, request) ->
                    request.path().endsWith("/pulls") && !request.isRead() ? Mishap.FORBIDDEN : Mishap.NONE);

            Cli.Result refused = run("", "--github-app=1", "--github-key=" + elsewhere);

            assertThat(refused.status()).as(refused.out() + refused.err()).isEqualTo(1);
            assertThat(gitHub.tokens()).isNotEmpty();
            assertNowhere("ghs_secret");
            assertNowhere(secret.substring(100, 140));
            assertNowhere("eyJ");
        } finally {
            Files.delete(elsewhere);
        }
    }
}
