package io.agent33.sync.testkit.memory;

import static io.agent33.sync.testkit.assertion.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import org.junit.jupiter.api.Test;

class ForgeMergeTest {
    private static final Identity ENGINE = new Identity("agent33-sync", "sync@example.com");

    private final MemoryDownstream downstream = MemoryDownstreams.empty().create("org/webapp");
    private final MemoryGit git = downstream.git();

    /** A branch that changes, adds and deletes, while the default branch went on. */
    private ObjectId diverged() {
        downstream.commit("init").file("README.md", "hi\n").file("docs/a", "1").file("docs/b", "1");
        downstream
                .commitOn("sync", "first\n")
                .by(ENGINE)
                .file("docs/a", "2")
                .commit("second\n")
                .by(ENGINE)
                .delete("docs/b")
                .file("new", "1");
        return downstream.commit("meanwhile").file("README.md", "hello\n").id();
    }

    private void assertMerged() {
        assertThat(downstream.tree(), downstream.blobs())
                .hasExactlyFiles("README.md", "docs/a", "new")
                .hasFile("README.md", "hello\n")
                .hasFile("docs/a", "2");
    }

    @Test
    void aMergeHasBothTipsAsParents() {
        ObjectId ours = diverged();
        ObjectId theirs = git.tip("sync").orElseThrow();

        ObjectId tip = downstream.merge("sync");

        assertThat(git.tip("main")).contains(tip);
        assertThat(git.read(tip).parents()).containsExactly(ours, theirs);
        assertThat(git.tip("sync")).contains(theirs);
        assertMerged();
    }

    @Test
    void aSquashIsOneCommitWithTheGivenMessage() {
        ObjectId ours = diverged();

        Commit squashed = git.read(downstream.squash("sync", "an edited message\n"));

        assertThat(squashed.parents()).containsExactly(ours);
        assertThat(squashed.message()).isEqualTo("an edited message\n");
        assertMerged();
    }

    @Test
    void aRebaseCopiesEachCommit() {
        ObjectId ours = diverged();
        ObjectId theirs = git.tip("sync").orElseThrow();

        Commit second = git.read(downstream.rebase("sync"));
        Commit first = git.read(second.parents().get(0));

        assertThat(second.message()).isEqualTo("second\n");
        assertThat(second.author()).isEqualTo(ENGINE);
        assertThat(second.id()).isNotEqualTo(theirs);
        assertThat(first.message()).isEqualTo("first\n");
        assertThat(first.parents()).containsExactly(ours);
        assertMerged();
    }

    @Test
    void aRebaseMakesNewCommitsEvenIfNothingMoved() {
        downstream.commit("init").file("a", "1");
        ObjectId theirs = downstream.commitOn("sync", "sync").file("a", "2").id();

        ObjectId tip = downstream.rebase("sync");

        assertThat(tip).isNotEqualTo(theirs);
        assertThat(git.read(tip).tree()).isEqualTo(git.read(theirs).tree());
    }

    @Test
    void bothSidesMayMakeTheSameChange() {
        downstream.commit("init").file("a", "1").file("b", "1");
        downstream.commitOn("sync", "sync").file("a", "2").file("b", "2");
        downstream.commit("by hand").file("a", "2");

        downstream.merge("sync");

        assertThat(downstream.tree()).hasFile("a", "2").hasFile("b", "2");
    }

    @Test
    void whatBothSidesChangedDifferentlyIsAConflict() {
        downstream.commit("init").file("a", "1");
        downstream.commitOn("sync", "sync").file("a", "2");
        ObjectId ours = downstream.commit("by hand").file("a", "3").id();

        assertThatIllegalStateException()
                .isThrownBy(() -> downstream.merge("sync"))
                .withMessageContaining("\"a\"");
        assertThatIllegalStateException().isThrownBy(() -> downstream.squash("sync", "m"));
        assertThatIllegalStateException().isThrownBy(() -> downstream.rebase("sync"));
        assertThat(git.tip("main")).contains(ours);
    }

    @Test
    void aBranchThatIsNotThereCannotBeMerged() {
        diverged();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> downstream.merge("none"))
                .withMessageContaining("none");
    }

    @Test
    void aBranchMergedTwiceBringsNothingNew() {
        diverged();
        downstream.merge("sync");
        ObjectId tree = git.read(git.tip("main").orElseThrow()).tree();

        assertThat(git.read(downstream.merge("sync")).tree()).isEqualTo(tree);
        assertMerged();
    }
}
