package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link DownstreamRepository#delete} owes. */
interface DeleteContract {
    /** Makes the place where a downstream lives, in the described state. */
    DownstreamHost host(RepositoryFixture fixture);

    private static MemoryGit withBranch() {
        MemoryGit git = new MemoryGit();
        Samples.everyMode(git);
        return git.branch("side", Samples.FIRST);
    }

    @Test
    default void aBranchIsDeletedIfItsTipIsTheExpectedOne() {
        DownstreamHost host = host(withBranch().fixture());
        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.delete("side", Samples.FIRST)).isInstanceOf(BranchUpdate.Done.class);

            assertThat(downstream.branches("side")).isEmpty();
        }
        assertThat(host.branches()).containsOnlyKeys("main");
    }

    @Test
    default void aBranchThatIsGoneIsDone() {
        DownstreamHost host = host(withBranch().fixture());
        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.delete("side", Samples.FIRST)).isInstanceOf(BranchUpdate.Done.class);
            assertThat(downstream.delete("side", Samples.FIRST)).isInstanceOf(BranchUpdate.Done.class);
            assertThat(downstream.delete("never-there", Samples.UNKNOWN)).isInstanceOf(BranchUpdate.Done.class);
        }
        assertThat(host.branches()).containsOnlyKeys("main");
    }

    @Test
    default void aBranchThatMovedIsKeptHoweverLateThePortLearnsIt() {
        MemoryGit git = withBranch();
        DownstreamHost host = host(git.fixture());
        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.branches("side")).hasSize(1);
            ObjectId person = git.commitOn("side", "a person's").file("p", "").id();
            host.become(git.fixture());

            assertThat(downstream.delete("side", Samples.FIRST)).isEqualTo(new BranchUpdate.Stale(Optional.of(person)));
            assertThat(host.branches()).containsEntry("side", person);
        }
    }

    @Test
    default void aProtectedBranchIsNotDeleted() {
        DownstreamHost host = host(withBranch().fixture());
        host.protect("side");
        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.delete("side", Samples.FIRST)).isInstanceOf(BranchUpdate.Refused.class);
        }
        assertThat(host.branches()).containsEntry("side", Samples.FIRST);
    }
}
