package io.agent33.sync.it.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * S8's law on generated histories: every edit arrives once or is reported, nothing vanishes unlisted, markers never nest, a
 * pull request that is not merged leaves no trace, and an independent model of the table agrees on every path.
 */
class HistoriesTest {
    private static final int QUICK = 300;
    private static final int SLOW = 100_000;

    @Test
    void theLawHolds() {
        assertLawful(LongStream.range(0, QUICK));
    }

    @Test
    @Tag("slow")
    void theLawHoldsManyTimes() {
        long first = Long.getLong("agent33.histories.seed", QUICK);
        assertLawful(LongStream.range(first, first + Long.getLong("agent33.histories.count", SLOW)));
    }

    private static void assertLawful(LongStream seeds) {
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        seeds.parallel()
                .filter(seed -> failures.isEmpty() && unlawful(History.of(seed)).isPresent())
                .forEach(seed -> failures.add(story(shrunk(History.of(seed)))));
        assertThat(failures).as(() -> String.join("\n", failures)).isEmpty();
    }

    /** What is wrong with a history. */
    static Optional<String> unlawful(History history) {
        World world = new World(history, history.seed() % 4 == 0);
        Optional<String> wrong = world.play();
        List<Integer> ignored = world.ignored();
        if (wrong.isPresent() || history.seed() % 4 != 1 || ignored.isEmpty()) {
            return wrong;
        }
        World without = new World(
                history.with(history.events().stream()
                        .filter(event -> !ignored.contains(event.serial()))
                        .toList()),
                false);
        Optional<String> other = without.play();
        Map<String, String> files = without.files();
        return other.isPresent() || files.equals(world.files())
                ? other
                : Optional.of("without the proposals " + ignored + ", which nobody merged, it ends otherwise");
    }

    /** The smallest history that still fails, and how. */
    static History shrunk(History failing) {
        History best = failing;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (History next : smallerOnes(best)) {
                if (unlawful(next).isPresent()) {
                    best = next;
                    smaller = true;
                    break;
                }
            }
        }
        return best;
    }

    private static List<History> smallerOnes(History history) {
        List<History> smaller = new ArrayList<>();
        for (int i = 0; i < history.events().size(); i++) {
            List<Event> fewer = new ArrayList<>(history.events());
            fewer.remove(i);
            smaller.add(history.with(fewer));
        }
        if (!history.plainer().equals(history)) {
            smaller.add(history.plainer());
        }
        for (int i = 0; i < history.events().size(); i++) {
            for (int field = 0; field < 3; field++) {
                List<Event> simpler = new ArrayList<>(history.events());
                simpler.set(i, simpler.get(i).simpler(field));
                if (!simpler.equals(history.events())) {
                    smaller.add(history.with(simpler));
                }
            }
        }
        return smaller;
    }

    static String story(History history) {
        World world = new World(history, false);
        world.play();
        return "seed " + history.seed() + ", on_drift " + history.onDrift() + (history.apart() ? ", edits apart" : "")
                + "\n  " + String.join("\n  ", world.told()) + "\n  then: "
                + unlawful(history).orElse("(nothing)");
    }
}
