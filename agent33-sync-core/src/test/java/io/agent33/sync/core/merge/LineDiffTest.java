package io.agent33.sync.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.Edit;
import org.junit.jupiter.api.Test;

/** A diff is right if the edits turn one text into the other, however large. */
class LineDiffTest {
    @Test
    void editsTurnOneTextIntoTheOther() {
        for (int lines : new int[] {0, 1, 20, 400, 9_000}) {
            for (int kinds : new int[] {1, 3, 50, 100_000}) {
                Random random = new Random(lines + kinds);
                Lines a = some(random, lines, kinds);
                Lines b = some(random, lines, kinds);
                Lines c = edited(a, random, kinds);

                assertThat(applied(a, b))
                        .as("%s lines of %s kinds", lines, kinds)
                        .isEqualTo(b.all());
                assertThat(applied(a, c))
                        .as("%s lines of %s kinds, edited", lines, kinds)
                        .isEqualTo(c.all());
            }
        }
    }

    /** The edits of a large text are no coarser than they have to be. */
    @Test
    void aLargeTextIsComparedLineByLine() {
        List<String> lines =
                IntStream.range(0, 9_000).mapToObj(i -> "line " + i).toList();
        List<String> changed = new ArrayList<>(lines);
        changed.set(0, "first");
        changed.set(4_000, "");
        changed.remove(8_000);
        changed.set(8_998, "last");

        assertThat(LineDiff.between(Lines.of(lines), Lines.of(changed)))
                .containsExactly(
                        new Edit(0, 1, 0, 1),
                        new Edit(4_000, 4_001, 4_000, 4_001),
                        new Edit(8_000, 8_001, 8_000, 8_000),
                        new Edit(8_999, 9_000, 8_998, 8_999));
    }

    private static List<String> applied(Lines a, Lines b) {
        List<String> result = new ArrayList<>();
        int done = 0;
        int least = -1;
        for (Edit edit : LineDiff.between(a, b)) {
            assertThat(edit.getBeginA())
                    .as("a common line lies between two edits")
                    .isGreaterThan(least);
            result.addAll(a.between(done, edit.getBeginA()));
            assertThat(result).hasSize(edit.getBeginB());
            result.addAll(b.between(edit.getBeginB(), edit.getEndB()));
            done = edit.getEndA();
            least = done;
        }
        result.addAll(a.between(done, a.size()));
        return result;
    }

    private static Lines some(Random random, int lines, int kinds) {
        return Lines.of(IntStream.range(0, lines)
                .mapToObj(i -> "line " + random.nextInt(kinds))
                .toList());
    }

    private static Lines edited(Lines lines, Random random, int kinds) {
        List<String> copy = new ArrayList<>(lines.all());
        for (int i = lines.size() / 10; i > 0; i--) {
            copy.set(random.nextInt(copy.size()), "line " + random.nextInt(kinds));
        }
        return Lines.of(copy);
    }
}
