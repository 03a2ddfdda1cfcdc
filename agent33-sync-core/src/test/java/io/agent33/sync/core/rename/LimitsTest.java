package io.agent33.sync.core.rename;

import static io.agent33.sync.core.rename.Move.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not searched any more. */
class LimitsTest {
    private final Move move = new Move();

    @Test
    void filesBeyondTheLimitOfLinesAreNotCompared() {
        move.gone("a", lines("a", 1, 10)).gone("b", lines("b", 1, 10));
        move.added("c", lines("a", 1, 11)).added("d", lines("b", 1, 11));

        assertThat(move.renames(new Limits(1000, 42, 100))).hasSize(2);
        assertThat(move.renames(new Limits(1000, 41, 100))).containsExactly(Map.entry("a", "c"));
    }

    @Test
    void pairsWithTheSameNameAreLookedAtFirst() {
        move.gone("a/1", lines("one", 1, 10)).gone("a/2", lines("two", 1, 10));
        move.added("b/3", lines("one", 1, 11)).added("b/2", lines("two", 1, 11));

        assertThat(move.renames(new Limits(1000, 100, 1))).containsExactly(Map.entry("a/2", "b/2"));
        assertThat(move.renames(new Limits(1000, 100, 3))).hasSize(2);
    }

    @Test
    void tooManyCopiesPairUpInTheOrderOfTheirNames() {
        move.gone("a/1", "same\n").gone("a/2", "same\n").added("b/3", "same\n").added("b/2", "same\n");

        assertThat(move.renames(new Limits(1000, 100, 3)))
                .containsExactly(Map.entry("a/1", "b/2"), Map.entry("a/2", "b/3"));
        assertThat(move.renames(new Limits(1000, 100, 4)))
                .containsExactly(Map.entry("a/1", "b/3"), Map.entry("a/2", "b/2"));
    }

    @Test
    void filesBeyondTheLimitOfBytesAreNotCompared() {
        move.gone("a", "line\n".repeat(20)).added("b", "line\n".repeat(19));

        assertThat(move.renames(new Limits(100, 100, 100))).hasSize(1);
        assertThat(move.renames(new Limits(99, 100, 100))).isEmpty();
    }
}
