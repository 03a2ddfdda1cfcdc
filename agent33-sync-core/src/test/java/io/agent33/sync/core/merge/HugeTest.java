package io.agent33.sync.core.merge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of a size that nobody reviews must not hold a run up. */
class HugeTest {
    private static final int LINES = 100_000;

    @Test
    void aLineOfAMillionCharacters() {
        String wide = "wide ".repeat(200_000);

        assertThat(new Triple("a\n\n" + wide, "x\n\n" + wide, "a\n\n" + wide + "y\n").text(Merging.lines()))
                .isEqualTo("x\n\n" + wide + "y\n");
    }

    @Test
    void manyLinesWithEditsAtBothEnds() {
        String middle = lines(i -> "line " + i);

        assertThat(new Triple("a\n" + middle + "z\n", "b\n" + middle + "z\n", "a\n" + middle + "y\n")
                        .text(Merging.lines()))
                .isEqualTo("b\n" + middle + "y\n");
    }

    @Test
    void everySecondLineChanged() {
        String base = lines(i -> "line " + i);
        String local = lines(i -> "line " + i + (i % 2 == 0 ? " changed" : ""));
        Triple triple = new Triple(base, local, base.replace("line 50001\n", "line 50001 theirs\n"));

        assertThat(triple.text(Merging.ours())).isEqualTo(local);
        assertThat(conflicts(triple)).isEqualTo(1);
    }

    @Test
    void linesThatAllRepeat() {
        Random random = new Random(1);
        String base = lines(i -> "line " + random.nextInt(50));
        String local = lines(i -> "line " + random.nextInt(50)) + "the same\n".repeat(10);
        Triple triple = new Triple(base + "the same\n".repeat(10), local, base + "the same\n".repeat(10) + "theirs\n");

        assertThat(triple.text(Merging.lines())).isEqualTo(local + "theirs\n");
    }

    @Test
    void everyLineElsewhere() {
        Random random = new Random(1);
        String base = lines(i -> "line " + i);
        String local = lines(i -> "line " + (LINES - i));
        Triple triple = new Triple(base, local, lines(i -> "line " + random.nextInt(LINES)));

        assertThat(conflicts(triple)).isPositive();
    }

    @Test
    void manyLinesOfTwoConventions() {
        String base = lines(i -> "line " + i + (i % 3 == 0 ? "\r" : ""));
        String local = base.replace("line 7\n", "line seven\n");
        String upstream = base.replace("line 99999\r\n", "line 99999\n");

        assertThat(new Triple(base, local, upstream).text(Merging.lines()))
                .isEqualTo(local.replace("line 99999\r\n", "line 99999\n"));
    }

    private static int conflicts(Triple triple) {
        return ((Merged.Conflicted) triple.merged(Merging.lines())).conflicts().size();
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, LINES).mapToObj(i -> line.apply(i) + "\n").collect(joining());
    }
}
