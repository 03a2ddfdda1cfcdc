package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link DownstreamRepository#lastChange} owes. */
interface LastChangeContract {
    /** Makes the place where a downstream lives, in the described state. */
    DownstreamHost host(RepositoryFixture fixture);

    private Optional<String> lastChange(MemoryGit git, String path) {
        try (DownstreamRepository downstream = host(git.fixture()).open()) {
            ObjectId tip = downstream.base(Optional.empty()).commit();
            return downstream.lastChange(tip, path).map(Commit::subject);
        }
    }

    private static MemoryGit linear() {
        MemoryGit git = new MemoryGit();
        git.commit("adds a and b").file("docs/a", "1").file("b", "1");
        git.commit("changes a").file("docs/a", "2");
        git.commit("makes b executable").executable("b", "1");
        git.commit("adds c").file("c", "1");
        git.commit("deletes c").delete("c");
        git.commit("touches nothing");
        return git;
    }

    @Test
    default void theLastCommitThatChangedAFileIsFound() {
        assertThat(lastChange(linear(), "docs/a")).contains("changes a");
    }

    @Test
    default void aChangeOfModeIsAChange() {
        assertThat(lastChange(linear(), "b")).contains("makes b executable");
    }

    @Test
    default void aDeletionIsAChange() {
        assertThat(lastChange(linear(), "c")).contains("deletes c");
    }

    @Test
    default void aFolderChangesWithWhatIsInIt() {
        assertThat(lastChange(linear(), "docs")).contains("changes a");
    }

    @Test
    default void nothingIsFoundWhereNothingEverLay() {
        assertThat(lastChange(linear(), "d")).isEmpty();
        assertThat(lastChange(linear(), "docs/a/deeper")).isEmpty();
    }

    @Test
    default void theFirstCommitMayBeTheOne() {
        MemoryGit git = new MemoryGit();
        git.commit("root").file("a", "1").commit("next").file("b", "1");

        assertThat(lastChange(git, "a")).contains("root");
    }

    @Test
    default void theChangeMayBeLongAgo() {
        MemoryGit git = new MemoryGit();
        git.commit("root").file("a", "1").commit("long ago").file("b", "1");
        for (int i = 0; i < 100; i++) {
            git.commit("commit " + i).file("a", "" + i);
        }

        assertThat(lastChange(git, "b")).contains("long ago");
        assertThat(lastChange(git, "c")).isEmpty();
    }

    /** A pull request's merge is what brought the change, not the commit on its branch. */
    @Test
    default void onlyTheFirstParentsAreFollowed() {
        MemoryGit git = new MemoryGit();
        git.commit("root").file("a", "1").file("b", "1");
        git.commitOn("side", "changes a on the side").file("a", "2");
        git.commit("changes b").file("b", "2");
        git.commit("merges the side").merging("side").file("a", "2");
        git.commit("last").file("c", "1");

        assertThat(lastChange(git, "a")).contains("merges the side");
        assertThat(lastChange(git, "b")).contains("changes b");
    }

    @Test
    default void itLooksBackFromTheGivenCommit() {
        MemoryGit git = new MemoryGit();
        ObjectId first = git.commit("first").file("a", "1").id();
        git.commit("second").file("a", "2").id();

        try (DownstreamRepository downstream = host(git.fixture()).open()) {
            assertThat(downstream.base(Optional.empty()).branch()).isEqualTo("main");
            assertThat(downstream.lastChange(first, "a")).map(Commit::id).contains(first);
        }
    }
}
