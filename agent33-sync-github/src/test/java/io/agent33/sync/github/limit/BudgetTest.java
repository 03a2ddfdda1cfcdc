package io.agent33.sync.github.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void whatIsLeftIsGrantedAtOnce() {
        Budget budget = Budget.ofContent(2, 5);

        assertThat(budget.grant(START, 1)).isEqualTo(START);
        assertThat(budget.grant(START, 1)).isEqualTo(START);
        assertThat(budget.grant(START, 1)).isEqualTo(START.plus(Duration.ofMinutes(1)));
    }

    /** Whoever asks when, no window of a minute or an hour has more than it may, and nobody waits for nothing. */
    @Test
    void noWindowEverHasMore() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int aMinute = 1 + random.nextInt(5);
            int anHour = aMinute + random.nextInt(20);
            Budget budget = Budget.ofContent(aMinute, anHour);
            List<Instant> granted = new ArrayList<>();
            Instant now = START;
            for (int i = 0; i < 200; i++) {
                now = now.plusSeconds(random.nextInt(40));
                Instant at = budget.grant(now, 1);
                assertThat(at).isAfterOrEqualTo(now);
                if (at.isAfter(now)) {
                    Instant sooner = at.minusMillis(1);
                    assertThat(count(granted, sooner, Duration.ofMinutes(1)) >= aMinute
                                    || count(granted, sooner, Duration.ofHours(1)) >= anHour)
                            .as("seed %s: why it waits", seed)
                            .isTrue();
                }
                granted.add(at);
                assertThat(count(granted, at, Duration.ofMinutes(1)))
                        .as("seed %s", seed)
                        .isLessThanOrEqualTo(aMinute);
                assertThat(count(granted, at, Duration.ofHours(1)))
                        .as("seed %s", seed)
                        .isLessThanOrEqualTo(anHour);
            }
        }
    }

    private static long count(List<Instant> granted, Instant end, Duration window) {
        return granted.stream()
                .filter(at -> at.isAfter(end.minus(window)) && !at.isAfter(end))
                .count();
    }

    @Test
    void whatWeighsMoreTakesMore() {
        Budget points = Budget.ofPoints();

        for (int i = 0; i < 100; i++) {
            assertThat(points.grant(START, 5)).isEqualTo(START);
        }
        Instant later = START.plusSeconds(20);
        for (int i = 0; i < 400; i++) {
            assertThat(points.grant(later, 1)).isEqualTo(later);
        }
        assertThat(points.grant(later, 5)).isEqualTo(START.plusSeconds(60));
        assertThat(points.grant(START.plusSeconds(60), 1)).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void aBudgetIsPositive() {
        assertThatThrownBy(() -> Budget.ofContent(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Budget.ofContent(6, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 a minute and 5 an hour");
    }
}
