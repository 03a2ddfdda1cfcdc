package io.agent33.sync.core.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryDownstream;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Where files and folders have changed places since a sync, and what the state as a whole becomes (S12). */
class ReversalTest {
    /** The files, each with its own path as content. */
    private static FileTree tree(String... paths) {
        MemoryDownstream downstream = MemoryDownstreams.of("org/webapp").get("org/webapp");
        MemoryCommit commit = downstream.commit("files").file("README", "r\n");
        Set.of(paths).forEach(path -> commit.file(path, path + "\n"));
        commit.id();
        return downstream.tree();
    }

    private static Reversal reversal(FileTree before, FileTree after, FileTree head) {
        Predicate<String> state = path -> path.startsWith("state/");
        Undoing sync = new Undoing(before, after, path -> true, state, path -> false);
        return Reversal.of(head, List.of(sync), (path, left, now, was) -> new RevertMerge.Outcome.Unmergeable());
    }

    /** {@code +a -a/b}: what comes and what goes. */
    private static String changes(Reversal reversal) {
        return String.join(
                " ",
                reversal.edits(Map.of()).stream()
                        .map(edit -> (edit.after().isPresent() ? "+" : "-") + edit.path())
                        .toList());
    }

    private static void hasNoRoomFor(String path, Reversal reversal) {
        assertThat(reversal.notes()).extracting(PathNote::kind).containsExactly(NoteKind.NOT_A_FILE);
        assertThat(reversal.notes()).extracting(note -> note.path().value()).containsExactly(path);
    }

    @Test
    void aFileComesBackWhereASyncMadeAFolder() {
        FileTree before = tree("a");
        FileTree after = tree("a/b", "a/c");

        Reversal reversal = reversal(before, after, after);

        assertThat(changes(reversal)).isEqualTo("+a -a/b -a/c");
        assertThat(reversal.notes()).isEmpty();
    }

    @Test
    void aFolderComesBackWhereASyncMadeAFile() {
        FileTree before = tree("a/b", "a/c");
        FileTree after = tree("a");

        Reversal reversal = reversal(before, after, after);

        assertThat(changes(reversal)).isEqualTo("-a +a/b +a/c");
        assertThat(reversal.notes()).isEmpty();
    }

    @Test
    void whereSomebodyMadeAFolderThereIsNoRoomForAFile() {
        Reversal reversal = reversal(tree("a", "x"), tree("x"), tree("a/mine", "x"));

        assertThat(changes(reversal)).isEmpty();
        hasNoRoomFor("a", reversal);
    }

    @Test
    void norIsThereBesideOneThatThisRollbackTakesAway() {
        Reversal reversal = reversal(tree("a"), tree("a/b"), tree("a/b", "a/mine"));

        assertThat(changes(reversal)).isEqualTo("-a/b");
        hasNoRoomFor("a", reversal);
    }

    @Test
    void whereSomebodyMadeAFileThereIsNoRoomForWhatWasBelow() {
        Reversal reversal = reversal(tree("a/b", "x"), tree("x"), tree("a", "x"));

        assertThat(changes(reversal)).isEmpty();
        hasNoRoomFor("a/b", reversal);
    }

    @Test
    void theStateComesBackAsAWholeAndNothingElseDoes() {
        Reversal reversal =
                reversal(tree("state/a", "mine"), tree("state/a", "state/b", "mine"), tree("state/b", "state/c"));

        assertThat(changes(reversal)).isEqualTo("+state/a -state/b");
    }

    @Test
    void whatNoFileSystemCanHoldIsPassedOver() {
        FileTree before = tree("a");

        assertThat(changes(reversal(before, tree("a", "b", "aux.md"), tree("a", "b", "aux.md"))))
                .isEqualTo("-b");
    }
}
