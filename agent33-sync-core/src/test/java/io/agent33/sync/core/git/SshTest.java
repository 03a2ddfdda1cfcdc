package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;
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
    private int timeout = 30;
    private int deadline = 300;

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
        return sync(home, server.getPort());
    }

    private String sync(Path home, int port) throws Exception {
        String place = "ssh://ann@localhost:" + port + folder;
        Path output = folder.resolve("output");
        Process process = OtherProcess.start(
                output,
                Map.of("HOME", home.toString()),
                List.of("-Duser.home=" + home, "-Dtimeout=" + timeout, "-Ddeadline=" + deadline),
                "sync",
                place + "/agent33/agent33.git",
                place + "/{repo}.git",
                folder.resolve("cache").toString(),
                "sync/a");
        process.getOutputStream().close();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output, UTF_8);
    }

    private Path homeThatKnowsTheHost() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(
                home.resolve(".ssh/known_hosts"),
                "[localhost]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n");
        return home;
    }

    @Test
    void anotherObjectFormatIsToldForWhatItIs() throws Exception {
        CacheFolder.delete(downstream.path());
        Files.createDirectories(downstream.path());
        Plain.git(downstream.path(), "init", "--quiet", "--bare", "--object-format=sha256");

        assertThat(sync(homeThatKnowsTheHost())).contains("object format is sha1, found sha256; move it");
    }

    @Test
    void aKnownHostIsSyncedWith() throws Exception {
        Path home = homeThatKnowsTheHost();

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

    @Test
    void aServerThatSaysNothingIsNotWaitedForForEver() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        deadline = 2;
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(sync(home, silent.getLocalPort()))
                    .contains("UNREACHABLE")
                    .doesNotContain("Done[");
        }
    }

    /** Its git never answers. */
    @Test
    void aServerThatStallsLaterIsNotWaitedForForEver() throws Exception {
        Path home = homeThatKnowsTheHost();
        timeout = 2;
        server.setCommandFactory(
                (channel, command) -> new ProcessShellFactory("exec sleep 600", "sh").createShell(channel));

        assertThat(sync(home)).contains("UNREACHABLE").doesNotContain("Done[");
    }

    @Test
    void anAnswerThatBreaksOffIsToldAndTheNextRunIsWhole() throws Exception {
        Path home = homeThatKnowsTheHost();
        timeout = 2;
        server.setCommandFactory(
                (channel, command) -> new ProcessShellFactory(command + " | head -c 100", "sh").createShell(channel));
        assertThat(sync(home)).contains("UNREACHABLE").doesNotContain("Done[");

        timeout = 30;
        server.setCommandFactory(
                (channel, command) -> new ProcessShellFactory(command, "sh", "-c", command).createShell(channel));
        assertThat(sync(home)).contains("Done[commit=");
    }
}
