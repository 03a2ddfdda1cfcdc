package io.agent33.sync.github.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Optional<Refusal> of(int status, Map<String, String> headers, String message, int attempt) {
        return Refusal.of(status, name -> Optional.ofNullable(headers.get(name)), message, attempt, NOW);
    }

    @Test
    void aPlainNoIsNone() {
        assertThat(of(403, Map.of("x-ratelimit-remaining", "12"), "Resource not accessible by integration", 0))
                .isEmpty();
        assertThat(of(404, Map.of("retry-after", "5"), "", 0)).isEmpty();
    }

    @Test
    void theTimeThatIsNamedCounts() {
        assertThat(of(403, Map.of("retry-after", "17", "x-ratelimit-remaining", "0"), "", 0))
                .contains(new Refusal(Wait.Reason.SECONDARY_LIMIT, Duration.ofSeconds(17)));
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807", "31556889864403199"})
    void aTimeWithoutAnEndCanStillBeAddedUp(String huge) {
        Duration year = Duration.ofDays(365);

        assertThat(of(429, Map.of("retry-after", huge), "", 0))
                .contains(new Refusal(Wait.Reason.SECONDARY_LIMIT, year));
        assertThat(of(403, Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "31556889864403199"), "", 0))
                .hasValueSatisfying(refusal -> assertThat(refusal.time()).isBetween(year, year.plusSeconds(1)));
    }

    @Test
    void theResetCountsWhereTheRequestsAreUsedUp() {
        String reset = String.valueOf(NOW.getEpochSecond() + 90);

        assertThat(of(429, Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", reset), "", 0))
                .contains(new Refusal(Wait.Reason.PRIMARY_LIMIT, Duration.ofSeconds(91)));
        assertThat(of(403, Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "1"), "", 0))
                .contains(new Refusal(Wait.Reason.PRIMARY_LIMIT, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 4", "5, 32", "50, 32"})
    void withoutATimeItIsAMinuteAndTwiceAsLongEachTime(int attempt, int minutes) {
        assertThat(of(403, Map.of(), "You have exceeded a Secondary Rate Limit.", attempt))
                .contains(new Refusal(Wait.Reason.SECONDARY_LIMIT, Duration.ofMinutes(minutes)));
    }

    @ParameterizedTest
    @CsvSource({"soon", "-", "99999999999999999999", "''"})
    void nonsenseInHeadersIsAMinute(String nonsense) {
        assertThat(of(429, Map.of("retry-after", nonsense), "", 0))
                .contains(new Refusal(Wait.Reason.SECONDARY_LIMIT, Duration.ofMinutes(1)));
        assertThat(of(403, Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", nonsense), "", 0))
                .contains(new Refusal(Wait.Reason.PRIMARY_LIMIT, Duration.ofMinutes(1)));
    }
}
