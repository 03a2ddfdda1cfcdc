package io.agent33.sync.core.rename;

import static io.agent33.sync.core.rename.Move.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of several files with the same content is the rename. */
class EqualContentsTest {
    private final Move move = new Move();

    @Test
    void oneIsTheRename() {
        move.gone("a/x.md", "text\n").added("b/y.md", "text\n").added("b/z.md", "another\n");

        assertThat(move.renames()).containsExactly(Map.entry("a/x.md", "b/y.md"));
    }

    @Test
    void binaryAndHugeOnesAreFound() {
        byte[] huge = new byte[(8 << 20) + 1];
        Arrays.fill(huge, (byte) 'x');
        move.gone("a.png", new byte[] {0, 1, 2}).gone("a.txt", huge);
        move.added("b.png", new byte[] {0, 1, 2}).added("b.txt", huge);

        assertThat(move.renames()).containsExactly(Map.entry("a.png", "b.png"), Map.entry("a.txt", "b.txt"));
    }

    @Test
    void theSameNameComesBeforeTheNearerFolder() {
        move.gone("a/b/x.md", "text\n").added("a/b/y.md", "text\n").added("far/x.md", "text\n");

        assertThat(move.renames()).containsExactly(Map.entry("a/b/x.md", "far/x.md"));
    }

    @Test
    void theMostCommonSegmentsComeNext() {
        move.gone("a/b/c/x.md", "text\n").added("a/q/q/x.md", "text\n").added("z/b/c/x.md", "text\n");

        assertThat(move.renames()).containsExactly(Map.entry("a/b/c/x.md", "z/b/c/x.md"));
    }

    @Test
    void segmentsAreCountedFromBothEnds() {
        move.gone("a/b/c/x.md", "text\n").added("a/b/q/x.md", "text\n").added("a/q/q/x.md", "text\n");

        assertThat(move.renames()).containsExactly(Map.entry("a/b/c/x.md", "a/b/q/x.md"));
    }

    @Test
    void theyComeBeforeTheFolderThatMoved() {
        move.gone("old/1.md", "one\n").gone("old/2.md", "two\n").gone("old/x.md", lines("text", 1, 20));
        move.added("new/1.md", "one\n").added("new/2.md", "two\n").added("new/x.md", lines("text", 1, 19));
        move.added("other/y.md", lines("text", 1, 20));

        assertThat(move.renames()).containsEntry("old/x.md", "other/y.md");
    }

    @Test
    void theOrderOfThePathsComesLast() {
        move.gone("b.md", "text\n").gone("a.md", "text\n");
        move.added("z.md", "text\n").added("y.md", "text\n").added("x.md", "text\n");

        assertThat(move.renames()).containsExactly(Map.entry("a.md", "x.md"), Map.entry("b.md", "y.md"));
    }

    @Test
    void theFolderThatMovedComesBeforeCommonSegments() {
        move.gone("core/old/a.md", "a\n").gone("core/old/b.md", "b\n").gone("core/old/x.md", "text\n");
        move.added("new/a.md", "a\n").added("new/b.md", "b\n").added("new/x.md", "text\n");
        move.added("core/copy/x.md", "text\n");

        assertThat(move.renames()).containsEntry("core/old/x.md", "new/x.md");
    }

    @Test
    void emptyFilesNeedTheSameName() {
        move.gone("a/.keep", "").gone("a/empty", "").added("b/.keep", "").added("b/void", "");

        assertThat(move.renames()).containsExactly(Map.entry("a/.keep", "b/.keep"));
    }

    @Test
    void theyComeBeforeSimilarOnesWithTheSameName() {
        String text = lines("text", 1, 20);
        move.gone("a/x.md", text).added("b/x.md", text + "more\n").added("b/y.md", text);

        assertThat(move.renames()).containsExactly(Map.entry("a/x.md", "b/y.md"));
    }

    @Test
    void aCopyThatIsLeftMayBeSimilarToAnother() {
        String text = lines("text", 1, 20);
        move.gone("a/x.md", text).gone("a/y.md", text).added("b/y.md", text).added("b/z.md", text + "more\n");

        assertThat(move.renames()).containsExactly(Map.entry("a/x.md", "b/z.md"), Map.entry("a/y.md", "b/y.md"));
    }
}
