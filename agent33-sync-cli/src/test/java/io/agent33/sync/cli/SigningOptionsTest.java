package io.agent33.sync.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.cli.quickstart.SampleWorld;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --sign-ssh} and {@code --sign-gpg}. */
class SigningOptionsTest {
    private static final String BRANCH = "agent33-sync/v1.1.0/webapp-orchestrator";

    @TempDir
    Path folder;

    private SampleWorld world;

    @BeforeEach
    void create() {
        world = SampleWorld.create(folder);
    }

    private Cli.Result run(String... more) {
        List<String> all = new ArrayList<>(List.of("run", "--rule=webapp-orchestrator"));
        all.addAll(world.options());
        all.add("--publish-to=" + world.pullRequests());
        all.addAll(List.of(more));
        return Cli.run(all.toArray(String[]::new));
    }

    private String commit() throws IOException, InterruptedException {
        Process git = new ProcessBuilder(
                        "git", "--git-dir=" + world.downstream("org/webapp"), "cat-file", "commit", BRANCH)
                .start();
        String commit = new String(git.getInputStream().readAllBytes(), UTF_8);
        assertThat(git.waitFor()).isZero();
        return commit;
    }

    @Test
    @Tag("thorough")
    void commitsAreSignedOnRequestOnly() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        Path key = folder.resolve("key");
        try (OutputStream out = Files.newOutputStream(key)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(keys.generateKeyPair(), "bot", null, out);
        }

        Cli.Result signed = run("--sign-ssh=" + key);

        assertThat(signed.status()).as(signed.out() + signed.err()).isZero();
        assertThat(commit()).contains("\ngpgsig -----BEGIN SSH SIGNATURE-----\n ");
        // What is proposed already is found again, signed or not.
        assertThat(run().out()).contains("1 rule: 1 waiting\n");
    }

    @Test
    void aKeyThatGnuPgDoesNotHaveCostsTheRule() {
        Cli.Result result = run("--sign-gpg=0123456789ABCDEF");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out() + result.err()).contains("cannot be signed", "0123456789ABCDEF");
        assertThat(world.refs("org/webapp")).doesNotContain(BRANCH);
    }

    @Test
    void whatIsNoWholeRequestIsWrongUse() {
        assertThat(run("--sign-ssh=" + folder.resolve("missing")).err()).contains("missing", "private key of SSH");
        Cli.Result both = run("--sign-ssh=a", "--sign-gpg=b");
        assertThat(both.status()).isEqualTo(2);
        assertThat(both.err()).contains("a commit has one signature");
    }
}
