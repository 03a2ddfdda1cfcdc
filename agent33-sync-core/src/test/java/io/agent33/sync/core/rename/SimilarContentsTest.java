package io.agent33.sync.core.rename;

import static io.agent33.sync.core.rename.Move.lines;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a file that was changed is still the same. */
class SimilarContentsTest {
    private final Move move = new Move();

    @Test
    void halfOfTheLongerTextIsEnough() {
        move.gone("a", lines("text", 1, 10)).added("b", lines("text", 6, 15));

        assertThat(move.renames()).containsExactly(Map.entry("a", "b"));
        assertThat(new Move()
                        .gone("a", lines("text", 1, 10))
                        .added("b", lines("text", 1, 20))
                        .renames())
                .containsExactly(Map.entry("a", "b"));
    }

    @Test
    void lessThanHalfIsNot() {
        move.gone("a", lines("text", 1, 10)).added("b", lines("text", 7, 16));
        assertThat(move.renames()).isEmpty();

        Move grown = new Move().gone("a", lines("text", 1, 10)).added("b", lines("text", 1, 21));
        assertThat(grown.renames()).isEmpty();
    }

    @Test
    void aLineCountsAsOftenAsBothHoldIt() {
        move.gone("a", "same line\n".repeat(10)).added("b", "same line\n" + lines("other", 1, 9));

        assertThat(move.renames()).isEmpty();
    }

    @Test
    void theMostSimilarComesFirst() {
        move.gone("a/x.md", lines("text", 1, 20));
        move.added("a/y.md", lines("text", 1, 15)).added("b/z.md", lines("text", 1, 19));

        assertThat(move.renames()).containsExactly(Map.entry("a/x.md", "b/z.md"));
    }

    @Test
    void ofEqualScoresTheSameNameComesFirst() {
        move.gone("a/x.md", lines("text", 1, 20));
        move.added("a/y.md", lines("text", 1, 19)).added("b/x.md", lines("text", 2, 20));

        assertThat(move.renames()).containsExactly(Map.entry("a/x.md", "b/x.md"));
    }

    @Test
    void lineEndingsDoNotCount() {
        move.gone("a", lines("text", 1, 20)).added("b", lines("text", 1, 20).replace("\n", "\r\n"));

        assertThat(move.renames()).containsExactly(Map.entry("a", "b"));
    }

    @Test
    void aLongLineIsComparedPieceByPiece() {
        String line = lines("text", 1, 200).replace('\n', ' ');
        move.gone("a.json", line).added("b.json", line.substring(0, 2500) + "changed" + line.substring(2600));

        assertThat(move.renames()).containsExactly(Map.entry("a.json", "b.json"));
    }

    @Test
    void binaryFilesAreNotCompared() {
        String text = lines("text", 1, 20);
        move.gone("a", text + '\0').added("b", text + "\0\n");
        move.gone("c", (text + "é").getBytes(ISO_8859_1)).added("d", (text + "é\n").getBytes(ISO_8859_1));

        assertThat(move.renames()).isEmpty();
    }

    @Test
    void hugeFilesAreNotCompared() {
        byte[] huge = lines("text", 1, 500_000).getBytes(UTF_8);
        byte[] changed = huge.clone();
        changed[0] = 'T';
        move.gone("a", huge).added("b", changed);

        assertThat(huge.length).isGreaterThan(8 << 20);
        assertThat(move.renames()).isEmpty();
    }
}
