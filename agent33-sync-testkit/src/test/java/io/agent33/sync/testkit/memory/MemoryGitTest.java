package io.agent33.sync.testkit.memory;

import static io.agent33.sync.testkit.assertion.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryGitTest {
    private final MemoryGit git = new MemoryGit();

    @Test
    void theSameCallsGiveTheSameIds() {
        MemoryGit other = new MemoryGit();

        assertThat(history(git)).isEqualTo(history(other));
        assertThat(git.fixture()).isEqualTo(other.fixture());
    }

    private static ObjectId history(MemoryGit git) {
        return git.commit("one")
                .file("a", "1")
                .tag("v1")
                .commit("two")
                .delete("a")
                .executable("b", "2")
                .id();
    }

    @Test
    void commitsAreASecondApart() {
        ObjectId one = git.commit("one").id();
        ObjectId two = git.commit("two").id();

        assertThat(git.read(one).time()).isEqualTo(MemoryGit.BEGINNING);
        assertThat(git.read(two).time()).isEqualTo(MemoryGit.BEGINNING.plusSeconds(1));
        assertThat(git.read(two).parents()).containsExactly(one);
    }

    @Test
    void theTimeCanBeSet() {
        git.commit("one").id();
        Instant then = Instant.parse("2026-07-29T12:00:00Z");

        git.time(then);

        assertThat(git.read(git.commit("two").id()).time()).isEqualTo(then);
        assertThat(git.read(git.commit("three").id()).time()).isEqualTo(then.plusSeconds(1));
    }

    @Test
    void aLookFinishesTheCommit() {
        MemoryCommit commit = git.commit("one").file("a", "1");
        assertThat(git.tip("main")).contains(commit.id());

        assertThatIllegalStateException().isThrownBy(() -> commit.file("b", "2"));
        assertThatIllegalStateException().isThrownBy(() -> commit.delete("a"));
        assertThat(tree("main")).hasExactlyFiles("a");
    }

    @Test
    void theNextCommitFinishesTheOneBefore() {
        MemoryCommit one = git.commit("one").file("a", "1");
        MemoryCommit two = git.commit("two").file("b", "2");

        assertThat(git.read(two.id()).parents()).containsExactly(one.id());
        assertThat(tree("main")).hasFile("a", "1").hasFile("b", "2");
    }

    @Test
    void aPersonReplacesWhateverIsInTheWay() {
        git.commit("one").file("a", "1").file("b/c", "2").file("b/d", "3");
        git.commit("two").file("a/x", "4").file("b", "5");

        assertThat(tree("main")).hasExactlyFiles("a/x", "b");
    }

    @Test
    void aFolderIsDeletedWithAllThatIsInIt() {
        git.commit("one").file("a/b/c", "1").file("a/d", "2").file("e", "3");
        git.commit("two").delete("a");

        assertThat(tree("main")).hasExactlyFiles("e");
    }

    @Test
    void deletingNothingIsAMistakeInTheTest() {
        git.commit("one").file("a", "1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> git.commit("two").delete("b"))
                .withMessageContaining("\"b\"");
    }

    @Test
    void branchesBeginAtTheDefaultBranchAndGoTheirOwnWay() {
        git.commit("one").file("a", "1");
        git.commitOn("side", "two").file("b", "2");
        git.commit("three").file("c", "3");

        assertThat(tree("side")).hasExactlyFiles("a", "b");
        assertThat(tree("main")).hasExactlyFiles("a", "c");
        assertThat(git.branches()).containsOnlyKeys("main", "side");
    }

    @Test
    void aRenamedDefaultBranchStaysTheDefaultBranch() {
        ObjectId one = git.commit("one").id();
        git.branch("other", one).rename("main", "trunk").rename("other", "another");

        assertThat(git.defaultBranch()).isEqualTo("trunk");
        assertThat(git.branches()).containsOnlyKeys("another", "trunk");
        assertThatIllegalArgumentException().isThrownBy(() -> git.rename("main", "x"));
    }

    @Test
    void aTagCanBeMoved() {
        ObjectId one = git.commit("one").tag("v1").id();
        ObjectId two = git.commit("two").annotatedTag("v1", "moved").id();

        assertThat(one).isNotEqualTo(two);
        assertThat(git.tagged("v1")).isEqualTo(two);
        assertThatIllegalArgumentException().isThrownBy(() -> git.tagged("v2"));
    }

    @Test
    void aFixtureCarriesEverythingThatReferencesLeadToAndNoMore() {
        git.commit("one").file("a", "1").tag("v1");
        ObjectId dropped = git.commitOn("side", "two").file("b", "2").id();
        git.deleteBranch("side");

        MemoryGit copy = new MemoryGit().become(git.fixture());

        assertThat(copy.fixture()).isEqualTo(git.fixture());
        assertThat(copy.object(dropped)).isEmpty();
        assertThat(copy.tree(copy.tagged("v1"))).hasFile("a", "1");
    }

    private FileTree tree(String branch) {
        return git.tree(git.tip(branch).orElseThrow());
    }
}
