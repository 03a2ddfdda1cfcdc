package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed processes and bad disks leave in a cache, and what the next run makes of it. */
@Tag("thorough")
class CacheDamageTest {
    private static final RepositoryId ID = RepositoryId.of("org/webapp");

    @TempDir
    private Path folder;

    private final MemoryGit canonical = new MemoryGit();
    private GitServer server;

    @BeforeEach
    void start() {
        canonical.commit("first").file("core/a.md", "canonical\n").tag("v1.0.0");
        GitFolder.make(folder, "agent33/agent33.git", canonical.fixture());
        MemoryGit git = new MemoryGit();
        git.commit("first").file("a", "1").commit("second").file("b", "1");
        GitFolder.make(folder, ID + ".git", git.fixture());
        server = GitServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private GitUpstream upstream() {
        return GitUpstream.at(server.url() + "/agent33/agent33.git").cache(cache());
    }

    private DownstreamRepository downstream() {
        return GitDownstreams.byTemplate(server.url() + "/{repo}.git")
                .cache(cache())
                .open(ID);
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private Path only(String kind) {
        assertThat(Plain.cached(cache(), kind)).hasSize(1);
        return Plain.cached(cache(), kind).get(0);
    }

    private void syncWorks() {
        try (GitUpstream upstream = upstream();
                DownstreamRepository downstream = downstream()) {
            ObjectId release = upstream.refs().tags().get(0).commit();
            TreeEdit edit = TreeEdit.put(
                    RepoPath.of("docs/a.md"),
                    upstream.tree(release).find("core/a.md").orElseThrow().state());
            Plain.done(downstream.push(Plain.draft(downstream, "sync/a", upstream.blobs(), edit)));
            ObjectId base = downstream.base(Optional.empty()).commit();
            assertThat(downstream.lastChange(base, "a")).isPresent();
        }
    }

    private static void truncatePacks(Path gitDir) throws IOException {
        for (Path file : CacheFolder.list(gitDir.resolve("objects/pack"))) {
            if (file.toString().endsWith(".pack")) {
                assertThat(file.toFile().setWritable(true)).isTrue();
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(40);
                }
            }
        }
    }

    @Test
    void whatAKilledProcessLeftIsNoObstacle() throws IOException {
        syncWorks();
        for (Path gitDir : List.of(only("upstream"), only("downstream"))) {
            Files.createFile(gitDir.resolve("shallow.lock"));
            Files.writeString(gitDir.resolve("objects/incoming_123.pack"), "PACK");
            Files.writeString(gitDir.resolve("objects/pack/tmp_pack_456.pack"), "PACK");
            Files.writeString(gitDir.resolve("objects/pack/pack-" + "1".repeat(40) + ".pack"), "PACK");
            Files.createDirectories(gitDir.resolveSibling("new-789"));
        }
        canonical.commit("second").file("core/a.md", "more\n").tag("v0.9.0");
        GitFolder.make(folder, "agent33/agent33.git", canonical.fixture());
        MemoryGit git = new MemoryGit();
        git.commit("first")
                .file("a", "1")
                .commit("second")
                .file("b", "1")
                .commit("third")
                .file("b", "3");
        GitFolder.make(folder, ID + ".git", git.fixture());

        syncWorks();

        for (Path gitDir : List.of(only("upstream"), only("downstream"))) {
            assertThat(gitDir.resolve("shallow.lock")).doesNotExist();
            assertThat(gitDir.resolve("objects/incoming_123.pack")).doesNotExist();
            assertThat(gitDir.resolve("objects/pack/tmp_pack_456.pack")).doesNotExist();
            Plain.assertSound(gitDir);
        }
    }

    @Test
    void aRepositoryThatIsNotWholeIsMadeAnew() throws IOException {
        syncWorks();
        Files.delete(only("upstream").resolve("HEAD"));
        CacheFolder.delete(only("downstream").resolve("refs"));

        syncWorks();

        assertThat(Plain.cached(cache(), "upstream")).hasSize(2);
        assertThat(Plain.cached(cache(), "downstream")).hasSize(2);
    }

    @Test
    void aDamagedUpstreamIsFetchedAnewAtOnce() throws IOException {
        syncWorks();
        truncatePacks(only("upstream"));

        try (GitUpstream upstream = upstream()) {
            assertThat(upstream.refs().tags()).hasSize(1);
            assertThat(upstream.tree(upstream.refs().head().commit()).find("core/a.md"))
                    .isPresent();
        }
        assertThat(Plain.cached(cache(), "upstream")).hasSize(2);
    }

    @Test
    void aDamagedDownstreamIsToldAndFetchedAnewByTheNextRun() throws IOException {
        syncWorks();
        truncatePacks(only("downstream"));

        try (DownstreamRepository downstream = downstream()) {
            ObjectId base = downstream.base(Optional.empty()).commit();
            RepositoryException failure = catchThrowableOfType(RepositoryException.class, () -> downstream.tree(base));
            assertThat(failure.reason()).isEqualTo(Reason.CORRUPT);
            assertThat(failure).hasMessageContaining("run it again");
        }

        syncWorks();
        assertThat(Plain.cached(cache(), "downstream")).hasSize(2);
    }

    /** What was pushed lies in part with the upstream, so without that the downstream is not whole either. */
    @Test
    void aDownstreamIsMadeAnewIfWhatItBorrowsFromIsGone() throws IOException {
        syncWorks();
        CacheFolder.delete(only("upstream"));

        try (DownstreamRepository downstream = downstream()) {
            ObjectId pushed = downstream.branches("sync/").get(0).commit();
            var blob = downstream.tree(pushed).find("docs/a.md").orElseThrow().id();
            assertThat(downstream.blobs().size(blob)).isEqualTo("canonical\n".length());
        }
        assertThat(Plain.cached(cache(), "downstream")).hasSize(2);
    }

    @Test
    void theNumberBeforeTheLastIsSweptAway() throws IOException {
        syncWorks();
        for (int damage = 0; damage < 3; damage++) {
            for (Path gitDir : Plain.cached(cache(), "downstream")) {
                Files.deleteIfExists(gitDir.resolve("HEAD"));
            }
            syncWorks();
        }

        assertThat(Plain.cached(cache(), "downstream"))
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrder("3.git", "4.git");
    }

    @Test
    void aCacheThatWasFetchedIntoTooOftenIsMadeAnew() throws IOException {
        syncWorks();
        Path packs = only("downstream").resolve("objects/pack");
        for (int i = 0; i < 130; i++) {
            Files.createFile(packs.resolve("pack-" + i + ".pack"));
        }

        syncWorks();
        assertThat(Plain.cached(cache(), "downstream"))
                .as("it may hold what a plan made a moment ago")
                .hasSize(1);

        Files.setLastModifiedTime(packs.getParent(), FileTime.from(Instant.now().minusSeconds(7200)));
        syncWorks();
        assertThat(Plain.cached(cache(), "downstream")).hasSize(2);
    }

    @Test
    void aCacheThatWasMovedIsStillWhole() throws IOException {
        syncWorks();
        Path moved = Files.move(cache(), folder.resolve("moved"));
        server.requests().clear();

        try (DownstreamRepository downstream = GitDownstreams.byTemplate(server.url() + "/{repo}.git")
                .cache(moved)
                .open(ID)) {
            ObjectId pushed = downstream.branches("sync/").get(0).commit();
            assertThat(downstream.tree(pushed).find("docs/a.md")).isPresent();
        }

        assertThat(server.requests()).hasSize(2);
        Plain.assertSound(Plain.cached(moved, "downstream").get(0));
    }

    /** Git notes where history is cut off before the objects come that stand behind the cut. */
    @Test
    void aProcessThatWasKilledWhileHistoryCameIsNoObstacle() throws IOException {
        ObjectId base;
        try (DownstreamRepository downstream = downstream()) {
            base = downstream.base(Optional.empty()).commit();
            assertThat(downstream.tree(base).children("")).hasSize(2);
        }
        Path gitDir = only("downstream");
        Files.move(gitDir.resolve("shallow"), gitDir.resolve("shallow.before"));

        try (DownstreamRepository downstream = downstream()) {
            assertThat(downstream.base(Optional.empty()).commit()).isEqualTo(base);
            assertThat(downstream.lastChange(base, "a").orElseThrow().subject()).isEqualTo("first");
        }
        assertThat(gitDir.resolve("shallow.before")).doesNotExist();
        Plain.assertSound(only("downstream"));
    }

    @Test
    void aFetchOfHistoryThatBreaksOffLeavesThingsAsTheyWere() {
        try (DownstreamRepository downstream = downstream()) {
            ObjectId base = downstream.base(Optional.empty()).commit();
            assertThat(downstream.tree(base).children("")).hasSize(2);
            server.gate(exchange -> {
                boolean deepens = exchange.getRequestMethod().equals("POST")
                        && server.requests().size() > 5;
                if (deepens) {
                    exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-result");
                    exchange.sendResponseHeaders(200, 1000);
                    String unshallow = "unshallow " + base;
                    exchange.getResponseBody()
                            .write(("0010shallow-info" + String.format("%04x", unshallow.length() + 4) + unshallow
                                            + "0001")
                                    .getBytes());
                    exchange.close();
                }
                return !deepens;
            });
            RepositoryException failure =
                    catchThrowableOfType(RepositoryException.class, () -> downstream.lastChange(base, "a"));
            server.gate(exchange -> true);

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(only("downstream").resolve("shallow")).content().isEqualTo(base + "\n");
            assertThat(downstream.lastChange(base, "a")).isPresent();
        }
    }

    @Test
    void aShallowCloneOnThisMachineIsReadAsFarAsItGoes() {
        Plain.git(
                folder.resolve(ID + ".git"),
                "clone",
                "--quiet",
                "--bare",
                "--depth=1",
                "file://" + folder.resolve(ID + ".git"),
                folder + "/org/shallow.git");
        try (DownstreamRepository downstream =
                GitDownstreams.byTemplate(folder + "/{repo}.git").cache(cache()).open(RepositoryId.of("org/shallow"))) {
            ObjectId base = downstream.base(Optional.empty()).commit();

            assertThat(downstream.lastChange(base, "a").orElseThrow().id()).isEqualTo(base);
            assertThat(downstream.isAncestor(base, base)).isTrue();
            Plain.done(downstream.push(Plain.draft(downstream, "sync/a", Plain.put(downstream, "c", "1"))));
        }
        Plain.assertSound(folder.resolve("org/shallow.git"));
        Plain.assertSound(only("downstream"));
    }
}
