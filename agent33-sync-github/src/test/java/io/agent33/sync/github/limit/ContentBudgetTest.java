package io.agent33.sync.github.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentBudgetTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void whatIsLeftIsGrantedAtOnce() {
        ContentBudget budget = new ContentBudget(2, 5);

        assertThat(budget.grant(START)).isEqualTo(START);
        assertThat(budget.grant(START)).isEqualTo(START);
        assertThat(budget.grant(START)).isEqualTo(START.plus(Duration.ofMinutes(1)));
    }

    /** Whoever asks when, no window of a minute or an hour has more than it may, and nobody waits for nothing. */
    @Test
    void noWindowEverHasMore() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int aMinute = 1 + random.nextInt(5);
            int anHour = aMinute + random.nextInt(20);
            ContentBudget budget = new ContentBudget(aMinute, anHour);
            List<Instant> granted = new ArrayList<>();
            Instant now = START;
            for (int i = 0; i < 200; i++) {
                now = now.plusSeconds(random.nextInt(40));
                Instant at = budget.grant(now);
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
    void aBudgetIsPositive() {
        assertThatThrownBy(() -> new ContentBudget(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ContentBudget(6, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 a minute and 5 an hour");
    }
}
