package io.agent33.sync.core.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineChangeTest {
    @Test
    void equalTextsHaveNoChange() {
        assertThat(LineChange.between(List.of("a"), List.of("a"))).isEmpty();
        assertThat(LineChange.between(List.of(), List.of())).isEmpty();
    }

    @Test
    void whatStaysIsNotPartOfAChange() {
        assertThat(LineChange.between(List.of("a", "b", "c", "d"), List.of("a", "B", "c", "d", "e")))
                .containsExactly(new LineChange(1, 2, 1, 2), new LineChange(4, 4, 4, 5));
    }

    @Test
    void changesLeadFromOneTextToTheOtherAndNeverTouch() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            List<String> from = lines(random);
            List<String> to = random.nextInt(4) == 0 ? lines(random) : edited(from, random);
            List<LineChange> changes = LineChange.between(from, to);

            assertThat(applied(from, to, changes)).as("seed %d", seed).isEqualTo(to);
            for (int i = 1; i < changes.size(); i++) {
                assertThat(changes.get(i).fromStart())
                        .as("seed %d: a line stays between changes", seed)
                        .isGreaterThan(changes.get(i - 1).fromEnd());
            }
        }
    }

    @Test
    void textsBeyondTheLimitAreOneChangeBetweenWhatStays() {
        List<String> from = new ArrayList<>(List.of("first"));
        List<String> to = new ArrayList<>(List.of("first"));
        for (int i = 0; i < 50_000; i++) {
            from.add("from " + i);
            to.add("to " + i);
        }
        from.add("last");
        to.add("last");

        assertThat(LineChange.between(from, to)).containsExactly(new LineChange(1, 50_001, 1, 50_001));
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(5))));
        }
        return lines;
    }

    private static List<String> edited(List<String> from, Random random) {
        List<String> to = new ArrayList<>(from);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(to.size() + 1);
            if (random.nextBoolean() && at < to.size()) {
                to.remove(at);
            } else {
                to.add(at, String.valueOf((char) ('a' + random.nextInt(6))));
            }
        }
        return to;
    }

    private static List<String> applied(List<String> from, List<String> to, List<LineChange> changes) {
        List<String> result = new ArrayList<>();
        int equal = 0;
        for (LineChange change : changes) {
            result.addAll(from.subList(equal, change.fromStart()));
            assertThat(result).hasSize(change.toStart());
            result.addAll(to.subList(change.toStart(), change.toEnd()));
            equal = change.fromEnd();
        }
        result.addAll(from.subList(equal, from.size()));
        return result;
    }
}
