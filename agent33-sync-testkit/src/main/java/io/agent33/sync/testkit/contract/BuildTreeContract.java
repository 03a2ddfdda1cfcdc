package io.agent33.sync.testkit.contract;

import static io.agent33.sync.testkit.contract.Edits.delete;
import static io.agent33.sync.testkit.contract.Edits.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What {@link DownstreamRepository#buildTree} owes. */
interface BuildTreeContract {
    /** Makes the place where a downstream lives, in the described state. */
    DownstreamHost host(RepositoryFixture fixture);

    /** The tree that the edits make of the first commit's. */
    private ObjectId built(Consumer<MemoryCommit> before, TreeEdit... edits) {
        RepositoryFixture fixture = RepositoryFixture.of(git -> before.accept(git.commit("before")));
        try (DownstreamRepository downstream = host(fixture).open()) {
            ObjectId base = downstream.base(Optional.empty()).commit();
            return downstream.buildTree(base, List.of(edits), Edits.CONTENTS);
        }
    }

    /** The tree of a commit that was made by hand. */
    private static ObjectId expected(Consumer<MemoryCommit> after) {
        MemoryGit git = new MemoryGit();
        MemoryCommit commit = git.commit("after");
        after.accept(commit);
        return git.read(commit.id()).tree();
    }

    @Test
    default void filesAreAddedChangedAndDeleted() {
        try (DownstreamRepository downstream = host(Samples.everyMode()).open()) {
            ObjectId base = downstream.base(Optional.empty()).commit();

            assertThat(downstream.buildTree(base, Edits.SAMPLE, Edits.CONTENTS)).isEqualTo(Edits.SAMPLE_TREE);
        }
    }

    @Test
    default void theOrderOfEditsDoesNotMatter() {
        assertThat(built(c -> c.file("x/a", "1"), put("b", "2"), delete("x/a"), put("a/z", "3")))
                .isEqualTo(built(c -> c.file("x/a", "1"), put("a/z", "3"), put("b", "2"), delete("x/a")))
                .isEqualTo(expected(c -> c.file("a/z", "3").file("b", "2")));
    }

    @Test
    default void whatWasPutCanBeReadBackBeforeThePush() {
        try (DownstreamRepository downstream = host(Samples.everyMode()).open()) {
            downstream.buildTree(downstream.base(Optional.empty()).commit(), Edits.SAMPLE, Edits.CONTENTS);

            assertThat(Edits.SAMPLE)
                    .flatExtracting(edit -> edit.after().stream().toList())
                    .allSatisfy(state -> {
                        try (InputStream back = downstream.blobs().open(state.id());
                                InputStream put = Edits.CONTENTS.open(state.id())) {
                            assertThat(back).hasSameContentAs(put);
                        }
                    });
        }
    }

    @Test
    default void noEditsGiveTheSameTree() {
        try (DownstreamRepository downstream = host(Samples.everyMode()).open()) {
            ObjectId base = downstream.base(Optional.empty()).commit();

            assertThat(downstream.buildTree(base, List.of(), Edits.CONTENTS)).isEqualTo(Samples.ROOT);
        }
    }

    @Test
    default void theExecutableBitIsSetAndTakenAway() {
        assertThat(built(
                        c -> c.file("a", "1").executable("b", "2"),
                        put("a", FileMode.EXECUTABLE, "1"),
                        put("b", FileMode.REGULAR, "2")))
                .isEqualTo(expected(c -> c.executable("a", "1").file("b", "2")));
    }

    @Test
    default void foldersThatBecomeEmptyVanish() {
        assertThat(built(c -> c.file("a/b/c/d", "1").file("e", "2"), delete("a/b/c/d")))
                .isEqualTo(expected(c -> c.file("e", "2")));
        assertThat(built(c -> c.file("a/b/c/d", "1"), delete("a/b/c/d"))).isEqualTo(Samples.EMPTY_TREE);
    }

    @Test
    default void aFileBecomesAFolderIfAnEditDeletesIt() {
        assertThat(built(c -> c.file("a", "1"), delete("a"), put("a/b/c", "2")))
                .isEqualTo(expected(c -> c.file("a/b/c", "2")));
    }

    @Test
    default void aFolderBecomesAFileIfEditsEmptyIt() {
        assertThat(built(c -> c.file("a/b", "1").file("a/c/d", "2"), delete("a/b"), delete("a/c/d"), put("a", "3")))
                .isEqualTo(expected(c -> c.file("a", "3")));
    }

    @Test
    default void aFileIsNotSilentlyReplacedByAFolder() {
        assertThatIllegalArgumentException().isThrownBy(() -> built(c -> c.file("a", "1"), put("a/b", "2")));
        assertThatIllegalArgumentException().isThrownBy(() -> built(c -> c.symlink("a", "x"), put("a/b", "2")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> built(c -> c.submodule("a", Samples.ELSEWHERE), put("a/b", "2")));
    }

    @Test
    default void aFolderIsNotSilentlyReplacedByAFile() {
        assertThatIllegalArgumentException().isThrownBy(() -> built(c -> c.file("a/b", "1"), put("a", "2")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> built(c -> c.file("a/b", "1").file("a/c", "1"), delete("a/b"), put("a", "2")));
    }

    @Test
    default void twoEditsOfOnePathContradict() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> built(c -> c.file("a", "1"), put("b", "1"), put("b", "2")));
        assertThatIllegalArgumentException().isThrownBy(() -> built(c -> c.file("a", "1"), delete("a"), put("a", "2")));
    }

    @Test
    default void aFileAndAFileBelowItContradict() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> built(c -> c.file("x", "1"), put("a", "1"), put("a/b", "2")));
    }

    /** Beside the edits lie a link, a submodule, and names that nobody should write: all of it stays. */
    @Test
    default void whatNoEditNamesIsTakenOverById() {
        byte[] latin = {'d', '/', (byte) 0xE9};
        Consumer<MemoryCommit> odd = commit -> commit.symlink("d/link", "gone")
                .submodule("d/module", Samples.ELSEWHERE)
                .file("d/CON", "device")
                .file("d/.git/hooks/x", "hook")
                .file(latin, new byte[] {1})
                .executable("run", "x");

        assertThat(built(odd.andThen(c -> c.file("d/a", "1")), put("d/a", "2"), put("d/new/b", "3")))
                .isEqualTo(expected(odd.andThen(c -> c.file("d/a", "2").file("d/new/b", "3"))));
    }

    @Test
    default void aLinkAndASubmoduleAreDeletedLikeFiles() {
        assertThat(built(
                        c -> c.symlink("link", "x")
                                .submodule("sub", Samples.ELSEWHERE)
                                .file("a", "1"),
                        delete("link"),
                        delete("sub")))
                .isEqualTo(expected(c -> c.file("a", "1")));
    }

    @Test
    default void foldersAreSortedAsGitSortsThem() {
        assertThat(built(
                        c -> c.file("a0", "1"),
                        put("a/x", "2"),
                        put("a.b", "3"),
                        put("\uFF5E", "4"),
                        put("\uD83D\uDE00", "5")))
                .isEqualTo(expected(c -> c.file("a0", "1")
                        .file("a/x", "2")
                        .file("a.b", "3")
                        .file("\uFF5E", "4")
                        .file("\uD83D\uDE00", "5")));
    }

    @Test
    default void nobodyElseSeesATreeThatWasBuilt() {
        DownstreamHost host = host(Samples.everyMode());
        var before = host.branches();

        try (DownstreamRepository downstream = host.open()) {
            ObjectId base = downstream.base(Optional.empty()).commit();
            ObjectId tree = downstream.buildTree(base, Edits.SAMPLE, Edits.CONTENTS);

            assertThat(host.object(tree)).isEmpty();
        }
        assertThat(host.branches()).isEqualTo(before);
    }
}
