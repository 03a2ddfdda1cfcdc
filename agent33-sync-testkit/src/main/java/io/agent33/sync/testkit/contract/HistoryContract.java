package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link UpstreamRepository#history} owes. */
interface HistoryContract {
    /** Makes the place where an upstream lives, in the described state. */
    UpstreamHost host(RepositoryFixture fixture);

    /**
     * <pre>
     * root ── side1 ── side2 ──┐
     *   └───── main1 ── main2 ── merge ── tip
     * </pre>
     * made in the order root, side1, main1, side2, main2, merge, tip.
     */
    private static MemoryGit branching() {
        MemoryGit git = new MemoryGit();
        git.commit("root").tag("root");
        git.commitOn("side", "side1").file("s", "1").tag("side1");
        git.commit("main1").file("m", "1").tag("main1");
        git.commitOn("side", "side2").file("s", "2").tag("side2");
        git.commit("main2").file("m", "2").tag("main2");
        git.commit("merge").merging("side").file("s", "2").tag("merge");
        git.commit("tip").file("m", "3").tag("tip");
        return git;
    }

    private List<String> subjects(MemoryGit git, String from, String... without) {
        try (UpstreamRepository upstream = host(git.fixture()).open()) {
            List<ObjectId> excluded = new ArrayList<>();
            for (String name : without) {
                excluded.add(git.tagged(name));
            }
            List<String> subjects = new ArrayList<>();
            upstream.refs();
            upstream.history(git.tagged(from), excluded, commit -> {
                subjects.add(commit.subject());
                return true;
            });
            return subjects;
        }
    }

    @Test
    default void historyGoesFromTheNewestToTheRoot() {
        assertThat(subjects(branching(), "main2")).containsExactly("main2", "main1", "root");
    }

    @Test
    default void bothSidesOfAMergeAreVisitedTheNewerFirst() {
        assertThat(subjects(branching(), "tip"))
                .containsExactly("tip", "merge", "main2", "side2", "main1", "side1", "root");
    }

    @Test
    default void whatTheOthersReachIsLeftOut() {
        assertThat(subjects(branching(), "tip", "main1")).containsExactly("tip", "merge", "main2", "side2", "side1");
        assertThat(subjects(branching(), "tip", "main1", "side1")).containsExactly("tip", "merge", "main2", "side2");
        assertThat(subjects(branching(), "tip", "merge")).containsExactly("tip");
    }

    @Test
    default void nothingIsLeftBeyondACommitThatReachesTheStart() {
        assertThat(subjects(branching(), "main1", "main1")).isEmpty();
        assertThat(subjects(branching(), "main1", "tip")).isEmpty();
        assertThat(subjects(branching(), "side2", "main2")).containsExactly("side2", "side1");
    }

    @Test
    default void childrenComeBeforeParentsWhateverTheClocksSaid() {
        MemoryGit git = new MemoryGit();
        git.commit("root").at(Instant.parse("2030-01-01T00:00:00Z")).tag("root");
        git.commit("early child").file("a", "1").at(Instant.parse("2020-01-01T00:00:00Z"));
        git.commit("tip")
                .file("a", "2")
                .at(Instant.parse("2025-01-01T00:00:00Z"))
                .tag("tip");

        assertThat(subjects(git, "tip")).containsExactly("tip", "early child", "root");
        assertThat(subjects(git, "tip", "root")).containsExactly("tip", "early child");
    }

    @Test
    default void aCommitThatTwoChildrenShareComesOnceAndAfterBoth() {
        MemoryGit git = new MemoryGit();
        git.commit("root").at(Instant.parse("2030-01-01T00:00:00Z")).tag("root");
        git.commitOn("side", "old side").file("s", "").at(Instant.parse("2010-01-01T00:00:00Z"));
        git.commit("main").file("m", "").at(Instant.parse("2025-01-01T00:00:00Z"));
        git.commit("merge")
                .merging("side")
                .file("s", "")
                .at(Instant.parse("2026-01-01T00:00:00Z"))
                .tag("tip");

        assertThat(subjects(git, "tip")).containsExactly("merge", "main", "old side", "root");
    }

    @Test
    default void theVisitEndsWhenTheVisitorSaysSo() {
        MemoryGit git = branching();
        List<String> subjects = new ArrayList<>();

        try (UpstreamRepository upstream = host(git.fixture()).open()) {
            upstream.refs();
            upstream.history(git.tagged("tip"), List.of(), commit -> {
                subjects.add(commit.subject());
                return subjects.size() < 2;
            });
        }

        assertThat(subjects).containsExactly("tip", "merge");
    }

    @Test
    default void parentsAreInGitsOrder() {
        MemoryGit git = branching();

        try (UpstreamRepository upstream = host(git.fixture()).open()) {
            upstream.refs();
            assertThat(upstream.commit(git.tagged("merge")).parents())
                    .containsExactly(git.tagged("main2"), git.tagged("side2"));
        }
    }
}
