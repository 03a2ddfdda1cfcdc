package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sync over {@code ssh}, in a process whose home is a folder of the test's. */
class SshTest {
    private static KeyPair hostKey;

    @TempDir
    private Path folder;

    private GitFolder downstream;
    private SshServer server;

    @BeforeAll
    static void generateKey() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        hostKey = generator.generateKeyPair();
    }

    @BeforeEach
    void start() throws Exception {
        MemoryGit canonical = new MemoryGit();
        canonical.commit("first").file("core/a.md", "canonical\n");
        GitFolder.make(folder, "agent33/agent33.git", canonical.fixture());
        MemoryGit git = new MemoryGit();
        git.commit("first").file("a", "1");
        downstream = GitFolder.make(folder, "org/webapp.git", git.fixture());
        server = SshServer.setUpDefaultServer();
        server.setHost("localhost");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("ann") && password.equals("s3cret"));
        server.setCommandFactory(
                (channel, command) -> new ProcessShellFactory(command, "sh", "-c", command).createShell(channel));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private String sync(Path home) throws Exception {
        String place = "ssh://ann@localhost:" + server.getPort() + folder;
        Path output = folder.resolve("output");
        Process process = OtherProcess.start(
                output,
                Map.of("HOME", home.toString()),
                List.of("-Duser.home=" + home),
                "sync",
                place + "/agent33/agent33.git",
                place + "/{repo}.git",
                folder.resolve("cache").toString(),
                "sync/a");
        process.getOutputStream().close();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output, UTF_8);
    }

    @Test
    void aKnownHostIsSyncedWith() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(
                home.resolve(".ssh/known_hosts"),
                "[localhost]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n");

        assertThat(sync(home))
                .contains("Done[commit=")
                // What git said and heard is counted, more than a hello and less than the whole session.
                .containsPattern("upstream Traffic\\[received=\\d{3,4}, sent=\\d{2,4}], downstream"
                        + " Traffic\\[received=\\d{3,4}, sent=\\d{3,4}]");
        assertThat(Plain.git(downstream.path(), "show", "sync/a:docs/a.md")).isEqualTo("canonical");
    }

    @Test
    void aHostThatNobodyKnowsIsNotTalkedTo() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));

        assertThat(sync(home)).contains("not the one in ~/.ssh/known_hosts").doesNotContain("Done[", "s3cret");
        assertThat(home.resolve(".ssh")).doesNotExist();
    }
}
