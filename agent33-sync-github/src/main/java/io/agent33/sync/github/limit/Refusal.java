package io.agent33.sync.github.limit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request that GitHub did not perform since there were too many: it may be sent again after a while.
 *
 * @param why which limit
 * @param time how long to wait
 */
public record Refusal(Wait.Reason why, Duration time) {
    /** Where GitHub names no time, it wants a minute at least, and more each time. */
    private static final Duration UNNAMED = Duration.ofMinutes(1);

    private static final int DOUBLINGS = 5;

    /** Longer than anybody waits, and short enough to be added up. */
    private static final Duration LONGEST = Duration.ofDays(365);

    /**
     * Reads it from an answer's status, headers and text.
     *
     * @param attempt how often the request was refused before
     * @return empty if the answer is something else
     */
    public static Optional<Refusal> of(
            int status, Function<String, Optional<String>> header, String message, int attempt, Instant now) {
        if (status != 403 && status != 429) {
            return Optional.empty();
        }
        Optional<Duration> named = header.apply("retry-after")
                .flatMap(Refusal::seconds)
                .map(time -> time.isZero() ? longer(attempt) : time);
        boolean usedUp =
                header.apply("x-ratelimit-remaining").filter("0"::equals).isPresent();
        if (usedUp && named.isEmpty()) {
            return Optional.of(new Refusal(
                    Wait.Reason.PRIMARY_LIMIT,
                    header.apply("x-ratelimit-reset")
                            .flatMap(reset -> until(reset, now))
                            .orElse(UNNAMED)));
        }
        boolean secondary = named.isPresent()
                || status == 429
                || message.toLowerCase(Locale.ROOT).contains("secondary rate limit")
                || message.toLowerCase(Locale.ROOT).contains("abuse detection");
        return secondary
                ? Optional.of(new Refusal(Wait.Reason.SECONDARY_LIMIT, named.orElse(longer(attempt))))
                : Optional.empty();
    }

    private static Duration longer(int attempt) {
        return UNNAMED.multipliedBy(1L << Math.min(attempt, DOUBLINGS));
    }

    private static Optional<Duration> seconds(String text) {
        try {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(text.strip()))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> until(String epochSecond, Instant now) {
        try {
            Duration rest = Duration.between(now, Instant.ofEpochSecond(Long.parseLong(epochSecond.strip())));
            // The clocks differ, and a second early is refused again.
            return Optional.of(bounded(rest).plusSeconds(1));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration time) {
        return time.isNegative() ? Duration.ZERO : time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }
}
