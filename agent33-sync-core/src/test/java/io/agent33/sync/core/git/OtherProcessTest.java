package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show. */
class OtherProcessTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    private GitFolder upstream;
    private GitFolder downstream;
    private GitServer server;

    @BeforeEach
    void start() {
        MemoryGit canonical = new MemoryGit();
        canonical.commit("first").file("core/a.md", "canonical\n");
        upstream = GitFolder.make(folder, "agent33/agent33.git", canonical.fixture());
        MemoryGit git = new MemoryGit();
        git.commit("first").file("a", "1");
        downstream = GitFolder.make(folder, "org/webapp.git", git.fixture());
        server = GitServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void syncs(String place, String branch, Map<String, String> environment, String... options)
            throws Exception {
        Path output = folder.resolve("output");
        Process process = OtherProcess.start(
                output,
                environment,
                List.of(options),
                "sync",
                place + "/agent33/agent33.git",
                place + "/{repo}.git",
                folder.resolve("cache").toString(),
                branch);
        process.getOutputStream().close();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(output).content().contains("Done[commit=").doesNotContain("Exception", "WARN", "ERROR");
        assertThat(downstream.branches()).containsKey(branch);
    }

    /** A broken one would fail every command of git. */
    @Test
    void whatAUserConfiguredForGitIsNeitherReadNorWritten() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve(".gitconfig"), "[broken");
        Files.createDirectories(home.resolve(".config/jgit"));
        Files.writeString(home.resolve(".config/jgit/config"), "[broken too");
        Map<String, String> environment =
                Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", "", "GIT_DIR", "/nowhere", "GIT_SSH", "/nowhere");

        syncs(folder.toString(), "sync/here", environment, "-Duser.home=" + home);
        syncs(server.url(), "sync/served", environment, "-Duser.home=" + home);

        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactlyInAnyOrder(home.resolve(".gitconfig"), home.resolve(".config/jgit/config"));
        }
    }

    @Test
    @Tag("thorough")
    void aBlobThatIsLargerThanTheHeapIsDelivered() throws Exception {
        commitZeros(48L * MEBIBYTE);

        syncs(server.url(), "sync/served", Map.of(), "-Xmx40m");

        Plain.assertSound(downstream.path());
    }

    @Test
    @Tag("slow")
    void aBlobOfHalfAGibibyteIsDeliveredWithLittleHeap() throws Exception {
        commitZeros(500L * MEBIBYTE);

        syncs(folder.toString(), "sync/here", Map.of(), "-Xmx128m");
        syncs(server.url(), "sync/served", Map.of(), "-Xmx128m");

        assertThat(Plain.git(downstream.path(), "cat-file", "-s", "sync/served:docs/copy.bin"))
                .isEqualTo(String.valueOf(500L * MEBIBYTE + 1));
    }

    private void commitZeros(long size) throws IOException {
        Path content = folder.resolve("zeros");
        try (var channel = Files.newByteChannel(content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.position(size - 1).write(ByteBuffer.wrap(new byte[1]));
        }
        String blob = Plain.git(upstream.path(), "hash-object", "-w", content.toString());
        Path index = folder.resolve("index-of-tree");
        String core = tree("100644 blob " + blob + "\tzeros.bin", index);
        String root = tree("040000 tree " + core + "\tcore", index);
        String commit = Plain.git(
                upstream.path(), "-c", "user.name=a", "-c", "user.email=a@b", "commit-tree", "-m", "zeros", root);
        Plain.git(upstream.path(), "update-ref", "refs/heads/main", commit);
    }

    private String tree(String line, Path file) throws IOException {
        Files.writeString(file, line + "\n");
        Process process = new ProcessBuilder("git", "--git-dir=" + upstream.path(), "mktree")
                .redirectInput(file.toFile())
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    @Test
    @Tag("thorough")
    void aLockThatAnotherProcessHoldsIsWaitedForAndDiesWithIt() throws Exception {
        Path file = folder.resolve("lock");
        Path sign = folder.resolve("sign");
        Process process = OtherProcess.start(
                folder.resolve("output"), Map.of(), List.of(), "lock", file.toString(), sign.toString());
        while (Files.notExists(sign) && process.isAlive()) {
            LockSupport.parkNanos(1_000_000);
        }

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> CacheLock.on(file, Duration.ofMillis(20), () -> true))
                .withMessageContaining("held " + file)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(RepositoryException.Reason.STORAGE));
        process.destroyForcibly();

        assertThat(CacheLock.on(file, Duration.ofMinutes(1), () -> true)).isTrue();
        process.waitFor();
    }
}
