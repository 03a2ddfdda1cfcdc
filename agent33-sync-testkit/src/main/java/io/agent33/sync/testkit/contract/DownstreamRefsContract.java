package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link DownstreamRepository#base} and {@link DownstreamRepository#branches} owe. */
interface DownstreamRefsContract {
    /** Makes the place where a downstream lives, in the described state. */
    DownstreamHost host(RepositoryFixture fixture);

    @Test
    default void theBaseIsTheDefaultBranchUnlessTheRuleNamesOne() {
        MemoryGit git = new MemoryGit().head("trunk");
        ObjectId trunk = git.commit("first").id();
        ObjectId release = git.commitOn("release/1.x", "second").id();

        try (DownstreamRepository downstream = host(git.fixture()).open()) {
            assertThat(downstream.base(Optional.empty())).isEqualTo(new BranchTip("trunk", trunk));
            assertThat(downstream.base(Optional.of("release/1.x"))).isEqualTo(new BranchTip("release/1.x", release));
        }
    }

    @Test
    default void aBranchThatIsNotThereIsTold() {
        try (DownstreamRepository downstream = host(Samples.everyMode()).open()) {
            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.base(Optional.of("release/1.x")));
        }
    }

    @Test
    default void aTagIsNoBaseBranch() {
        RepositoryFixture fixture =
                RepositoryFixture.of(git -> git.commit("first").tag("v1"));

        try (DownstreamRepository downstream = host(fixture).open()) {
            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.base(Optional.of("v1")));
        }
    }

    @Test
    default void aRepositoryWithoutACommitIsToldApart() {
        try (DownstreamRepository downstream = host(Samples.empty()).open()) {
            assertFails(Reason.EMPTY, () -> downstream.base(Optional.empty()));
            assertFails(Reason.EMPTY, () -> downstream.base(Optional.of("main")));
            assertThat(downstream.branches("")).isEmpty();
        }
    }

    @Test
    default void aDefaultBranchThatWasNeverBornIsTold() {
        MemoryGit git = new MemoryGit();
        ObjectId tip = git.commitOn("other", "first").id();

        try (DownstreamRepository downstream = host(git.fixture()).open()) {
            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.base(Optional.empty()));
            assertThat(downstream.base(Optional.of("other"))).isEqualTo(new BranchTip("other", tip));
        }
    }

    @Test
    default void theBaseIsWhereItIsNow() {
        MemoryGit git = new MemoryGit();
        git.commit("first").id();
        DownstreamHost host = host(git.fixture());

        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.base(Optional.empty()).branch()).isEqualTo("main");
            ObjectId second = git.commit("second").file("a", "").id();
            host.become(git.rename("main", "trunk").fixture());

            assertThat(downstream.base(Optional.empty())).isEqualTo(new BranchTip("trunk", second));
            assertThat(downstream.commit(second).subject()).isEqualTo("second");
            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.base(Optional.of("main")));
        }
    }

    @Test
    default void branchesAreFoundByPrefixInTheOrderOfTheirNames() {
        MemoryGit git = new MemoryGit();
        ObjectId base = git.commit("first").id();
        ObjectId side =
                git.commitOn("agent33-sync/v1.0.0/b", "side").file("b", "").id();
        git.branch("agent33-sync/v1.0.0/a", base).branch("agent33-sync/v1.0.0/a-b", base);
        git.branch("agent33-other", base)
                .branch("x/agent33-sync/v1.0.0/a", base)
                .tag("agent33-sync/v1.0.0/t", base);

        try (DownstreamRepository downstream = host(git.fixture()).open()) {
            assertThat(downstream.branches("agent33-sync/"))
                    .containsExactly(
                            new BranchTip("agent33-sync/v1.0.0/a", base),
                            new BranchTip("agent33-sync/v1.0.0/a-b", base),
                            new BranchTip("agent33-sync/v1.0.0/b", side));
            assertThat(downstream.branches("agent33")).hasSize(4);
            assertThat(downstream.branches("agent33-sync/v1.0.0/b"))
                    .containsExactly(new BranchTip("agent33-sync/v1.0.0/b", side));
            assertThat(downstream.branches("none/")).isEmpty();
            assertThat(downstream.branches("")).hasSize(6);
            assertThat(downstream.commit(side).subject()).isEqualTo("side");
            assertThat(downstream.tree(side).find("b")).isPresent();
        }
    }

    /** Whether a branch is a single commit on the base branch must be told (S11). */
    @Test
    default void theParentsOfABranchsTipAreKnown() {
        MemoryGit git = new MemoryGit();
        ObjectId base = git.commit("first").commit("second").file("a", "").id();
        ObjectId side = git.commitOn("side", "side").file("b", "").id();

        try (DownstreamRepository downstream = host(git.fixture()).open()) {
            assertThat(downstream.branches("side")).containsExactly(new BranchTip("side", side));
            assertThat(downstream.commit(side).parents()).containsExactly(base);
        }
    }

    @Test
    default void branchesAreAsTheyAreNow() {
        MemoryGit git = new MemoryGit();
        ObjectId base = git.commit("first").id();
        DownstreamHost host = host(git.branch("side", base).fixture());

        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.branches("side")).hasSize(1);
            ObjectId next = git.commitOn("side", "next").file("a", "").id();
            host.become(git.branch("side2", base).fixture());

            assertThat(downstream.branches("side"))
                    .containsExactly(new BranchTip("side", next), new BranchTip("side2", base));
            assertThat(downstream.commit(next).subject()).isEqualTo("next");

            host.become(git.deleteBranch("side").fixture());
            assertThat(downstream.branches("side")).containsExactly(new BranchTip("side2", base));
        }
    }

    @Test
    default void aRepositoryThatVanishedIsAFailure() {
        DownstreamHost host = host(Samples.everyMode());

        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.base(Optional.empty()).commit()).isEqualTo(Samples.FIRST);
            host.vanish();
            assertFails(Reason.NOT_FOUND, () -> downstream.base(Optional.empty()));
            assertFails(Reason.NOT_FOUND, () -> downstream.branches(""));
            assertFails(Reason.NOT_FOUND, () -> downstream.delete("main", Samples.FIRST));
        }
        assertFails(Reason.NOT_FOUND, () -> {
            try (DownstreamRepository late = host.open()) {
                assertThat(List.of(late.base(Optional.empty()))).isEmpty();
            }
        });
    }

    private static void assertFails(Reason reason, Runnable action) {
        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(action::run)
                .satisfies(e -> assertThat(e.reason()).as(e.toString()).isEqualTo(reason));
    }
}
