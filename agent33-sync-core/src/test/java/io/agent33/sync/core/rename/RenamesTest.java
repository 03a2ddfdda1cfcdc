package io.agent33.sync.core.rename;

import static io.agent33.sync.core.rename.Move.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamesTest {
    private final Move move = new Move();

    @Test
    void nothingGoneOrNothingNewIsNoRename() {
        assertThat(new Move().gone("a", "text\n").renames()).isEmpty();
        assertThat(new Move().added("a", "text\n").renames()).isEmpty();
    }

    @Test
    void renamesAreInTheOrderOfTheOldPaths() {
        move.gone("c", "1\n").gone("a", "2\n").gone("b", "3\n");
        move.added("x", "1\n").added("z", "2\n").added("y", "3\n");

        assertThat(move.renames()).containsExactly(Map.entry("a", "z"), Map.entry("b", "y"), Map.entry("c", "x"));
    }

    @Test
    void aPathThatStayedIsNoPartOfARename() {
        move.gone("a", "text\n").gone("b", "text\n").added("a", "text\n");

        assertThat(move.renames()).isEmpty();
        assertThat(new Move()
                        .gone("a", "text\n")
                        .added("a", "x\n")
                        .added("b", "text\n")
                        .renames())
                .isEmpty();
    }

    @Test
    void whatIsFoundByEqualContentIsNotRead() {
        move.gone("a", lines("text", 1, 9)).added("b", lines("text", 1, 9)).added("c", lines("text", 1, 8));
        move.gone("d", lines("other", 1, 9));

        assertThat(move.renames()).hasSize(1);
        assertThat(move.hasRead("a")).isFalse();
        assertThat(move.hasRead("c")).isTrue();
    }

    @Test
    void whatNothingCanHaveBecomeIsNotRead() {
        move.gone("a", lines("text", 1, 9)).added("b", lines("text", 1, 9)).added("c", lines("text", 1, 8));

        assertThat(move.renames()).hasSize(1);
        assertThat(move.hasRead("c")).isFalse();
    }

    @Test
    void aContentIsReadOnce() {
        String text = lines("same", 1, 50);
        move.gone("a/1.md", text).gone("a/2.md", text).gone("a/3.md", lines("other", 1, 50));
        move.added("b/1.md", text).added("b/4.md", text + "more\n").added("b/5.md", text + "more\n");

        assertThat(move.renames()).hasSize(2);
        assertThat(move.mostReadings()).isEqualTo(1);
    }
}
