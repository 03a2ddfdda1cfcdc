package io.agent33.sync.core.rename;

import static io.agent33.sync.core.rename.Move.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the other files of a folder say about one. */
class FolderMovesTest {
    private final Move move = new Move();

    private Move withTwoOthers(String from, String to) {
        return move.gone(from + "/1.md", "one\n")
                .gone(from + "/2.md", "two\n")
                .added(to + "/1.md", "one\n")
                .added(to + "/2.md", "two\n");
    }

    @Test
    void aQuarterIsEnoughForTheSameName() {
        withTwoOthers("old", "new").gone("old/x.md", lines("text", 1, 20)).added("new/x.md", lines("text", 16, 35));

        assertThat(move.renames()).containsEntry("old/x.md", "new/x.md");
    }

    @Test
    void lessThanAQuarterIsNot() {
        withTwoOthers("old", "new").gone("old/x.md", lines("text", 1, 20)).added("new/x.md", lines("text", 17, 36));

        assertThat(move.renames()).doesNotContainKey("old/x.md");
    }

    @Test
    void aQuarterIsNotEnoughForAnotherName() {
        withTwoOthers("old", "new").gone("old/x.md", lines("text", 1, 20)).added("new/y.md", lines("text", 16, 35));

        assertThat(move.renames()).doesNotContainKey("old/x.md");
    }

    @Test
    void theSameNameThereComesBeforeAMoreSimilarFileElsewhere() {
        withTwoOthers("old", "new").gone("old/x.md", lines("text", 1, 20));
        move.added("new/x.md", lines("text", 11, 30)).added("other/x.md", lines("text", 1, 19));

        assertThat(move.renames()).containsEntry("old/x.md", "new/x.md");
    }

    @Test
    void anotherNameThereDoesNot() {
        withTwoOthers("old", "new").gone("old/x.md", lines("text", 1, 20));
        move.added("new/y.md", lines("text", 1, 15)).added("other/z.md", lines("text", 1, 19));

        assertThat(move.renames()).containsEntry("old/x.md", "other/z.md");
    }

    @Test
    void similarFilesShowTheMoveToo() {
        move.gone("old/1.md", lines("one", 1, 20)).added("new/1.md", lines("one", 3, 20));
        move.gone("old/x.md", lines("text", 1, 20)).added("new/x.md", lines("text", 14, 33));

        assertThat(move.renames()).containsEntry("old/x.md", "new/x.md");
    }

    @Test
    void filesDeepInItMoveAlong() {
        withTwoOthers("core/old", "docs/new").gone("core/old/part/x.md", lines("text", 1, 20));
        move.added("docs/new/part/x.md", lines("text", 14, 33));

        assertThat(move.renames()).containsEntry("core/old/part/x.md", "docs/new/part/x.md");
    }

    @Test
    void aFolderOfFilesThatWentApartDidNotMove() {
        move.gone("old/1.md", "one\n").gone("old/2.md", "two\n").gone("old/x.md", lines("text", 1, 20));
        move.added("new/1.md", "one\n").added("other/2.md", "two\n").added("new/x.md", lines("text", 14, 33));

        assertThat(move.renames()).containsOnlyKeys("old/1.md", "old/2.md");
    }

    @Test
    void aFileAloneIsNoFolder() {
        move.gone("old/x.md", lines("text", 1, 20)).added("new/x.md", lines("text", 14, 33));

        assertThat(move.renames()).isEmpty();
    }

    @Test
    void aFileDoesNotSpeakForItsOwnMove() {
        move.gone("old/x.md", lines("text", 1, 20)).gone("old/y.md", "gone for ever\n");
        move.added("new/z.md", lines("text", 1, 12)).added("new/x.md", lines("text", 13, 20));

        assertThat(move.renames()).containsExactly(Map.entry("old/x.md", "new/z.md"));
    }
}
