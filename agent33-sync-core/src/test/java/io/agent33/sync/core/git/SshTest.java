package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Syncs over {@code ssh}, in one process whose home is a folder of the tests'. */
@Tag("thorough")
class SshTest {
    @TempDir
    private static Path home;

    private static KeyPair hostKey;
    private static SyncingProcess process;

    @TempDir
    private Path folder;

    private GitFolder downstream;
    private SshServer server;
    private int timeout = 30;
    private int deadline = 300;

    @BeforeAll
    static void startProcess() throws NoSuchAlgorithmException, IOException {
        process = SyncingProcess.start(home);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        hostKey = generator.generateKeyPair();
    }

    @AfterAll
    static void endProcess() throws Exception {
        assertThat(process.end()).isZero();
    }

    @BeforeEach
    void start() throws Exception {
        CacheFolder.delete(home.resolve(".ssh"));
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

    private String sync() throws IOException {
        return sync(server.getPort());
    }

    private String sync(int port) throws IOException {
        String place = "ssh://ann@localhost:" + port + folder;
        return process.sync(new OtherProcess.Order(
                place + "/agent33/agent33.git",
                place + "/{repo}.git",
                folder.resolve("cache"),
                "sync/a",
                Duration.ofSeconds(timeout),
                Duration.ofSeconds(deadline)));
    }

    private void knowTheHost() throws IOException {
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(
                home.resolve(".ssh/known_hosts"),
                "[localhost]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n");
    }

    @Test
    void anotherObjectFormatIsToldForWhatItIs() throws Exception {
        CacheFolder.delete(downstream.path());
        Files.createDirectories(downstream.path());
        Plain.git(downstream.path(), "init", "--quiet", "--bare", "--object-format=sha256");
        knowTheHost();

        assertThat(sync()).contains("object format is sha1, found sha256; move it");
    }

    @Test
    void aKnownHostIsSyncedWith() throws Exception {
        knowTheHost();

        assertThat(sync())
                .contains("Done[commit=")
                // What git said and heard is counted, more than a hello and less than the whole session.
                .containsPattern("upstream Traffic\\[received=\\d{3,4}, sent=\\d{2,4}], downstream"
                        + " Traffic\\[received=\\d{3,4}, sent=\\d{3,4}]");
        assertThat(Plain.git(downstream.path(), "show", "sync/a:docs/a.md")).isEqualTo("canonical");
    }

    @Test
    void aHostThatNobodyKnowsIsNotTalkedTo() throws Exception {
        assertThat(sync()).contains("not the one in ~/.ssh/known_hosts").doesNotContain("Done[", "s3cret");
        assertThat(home.resolve(".ssh")).doesNotExist();
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForForEver() throws Exception {
        deadline = 1;
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(sync(silent.getLocalPort())).contains("UNREACHABLE").doesNotContain("Done[");
        }
    }

    /** Its git never answers. */
    @Test
    void aServerThatStallsLaterIsNotWaitedForForEver() throws Exception {
        knowTheHost();
        timeout = 1;
        server.setCommandFactory(
                (channel, command) -> new ProcessShellFactory("exec sleep 600", "sh").createShell(channel));

        assertThat(sync()).contains("UNREACHABLE").doesNotContain("Done[");
    }

    @Test
    void anAnswerThatBreaksOffIsToldAndTheNextRunIsWhole() throws Exception {
        knowTheHost();
        timeout = 1;
        server.setCommandFactory(
                (channel, command) -> new ProcessShellFactory(command + " | head -c 100", "sh").createShell(channel));
        assertThat(sync()).contains("UNREACHABLE").doesNotContain("Done[");

        timeout = 30;
        server.setCommandFactory(
                (channel, command) -> new ProcessShellFactory(command, "sh", "-c", command).createShell(channel));
        assertThat(sync()).contains("Done[commit=");
    }
}
