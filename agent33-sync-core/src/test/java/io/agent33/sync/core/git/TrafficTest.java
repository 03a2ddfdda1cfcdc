package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is transferred is counted. The contents are random, so that nothing makes them smaller. */
class TrafficTest {
    private static final int SIZE = 100_000;
    /** What git says beside the contents. */
    private static final int WORDS = 6_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void make() {
        MemoryGit git = new MemoryGit();
        git.commit("first").file("a.bin", random(1)).id();
        GitFolder.make(folder, "org/webapp.git", git.fixture());
    }

    private static byte[] random(int seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private void assertCounts(String place, long expectedOfRead) {
        try (GitUpstream upstream = GitUpstream.at(place + "/org/webapp.git").cache(folder.resolve("cache"))) {
            assertThat(upstream.traffic()).isEqualTo(Traffic.NONE);
            upstream.refs();
            assertThat(upstream.traffic().received()).isBetween((long) SIZE, (long) SIZE + WORDS);
            Traffic before = upstream.traffic();
            upstream.refs();
            assertThat(upstream.traffic().since(before).received()).isLessThan(WORDS);
        }
        try (DownstreamRepository downstream = GitDownstreams.byTemplate(place + "/{repo}.git")
                .cache(folder.resolve("other-cache"))
                .open(RepositoryId.of("org/webapp"))) {
            ObjectId base = downstream.base(Optional.empty()).commit();
            downstream.tree(base);
            assertThat(downstream.traffic().received()).isBetween(expectedOfRead, expectedOfRead + WORDS);
            Traffic before = downstream.traffic();
            push(downstream);
            assertThat(downstream.traffic().since(before).sent()).isBetween((long) SIZE, (long) SIZE + WORDS);
            assertThat(downstream.traffic().since(before).received()).isLessThan(WORDS);
        }
    }

    private static void push(DownstreamRepository downstream) {
        ObjectId blob = downstream.blobs().put(new ByteArrayInputStream(random(2)), SIZE);
        TreeEdit edit = TreeEdit.put(RepoPath.of("b.bin"), new FileState(FileMode.REGULAR, blob));
        Plain.done(downstream.push(Plain.draft(downstream, "sync/b", edit)));
    }

    @Test
    void overHttpBothWaysAreCounted() {
        try (GitServer server = GitServer.serving(folder)) {
            assertCounts(server.url(), SIZE);
        }
    }

    @Test
    void onThisMachineWhatIsCopiedIsCountedAndWhatIsReadInPlaceIsNot() {
        assertCounts(folder.toString(), 0);
    }
}
