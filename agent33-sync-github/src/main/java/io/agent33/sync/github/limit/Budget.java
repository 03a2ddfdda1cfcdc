package io.agent33.sync.github.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What may be sent in which time before GitHub refuses it; who asks for more is told when. Thread-safe. */
public final class Budget {
    private final List<Allowance> allowances;
    private Instant last = Instant.MIN;

    private Budget(Allowance... allowances) {
        this.allowances = List.of(allowances);
    }

    /**
     * For requests that create content, of which GitHub takes 80 a minute and 500 an hour.
     *
     * @throws IllegalArgumentException if one is not positive, or a minute has more than an hour
     */
    public static Budget ofContent(int aMinute, int anHour) {
        if (aMinute < 1 || anHour < aMinute) {
            throw new IllegalArgumentException("a budget has at least 1 request a minute and as many an hour, not "
                    + aMinute + " a minute and " + anHour + " an hour");
        }
        return new Budget(new Allowance(aMinute, Duration.ofMinutes(1)), new Allowance(anHour, Duration.ofHours(1)));
    }

    /** For all requests, in the points by which GitHub weighs them: 900 a minute, one that reads 1 and one that writes 5. */
    public static Budget ofPoints() {
        return new Budget(new Allowance(900, Duration.ofMinutes(1)));
    }

    /**
     * The earliest moment at which something of a cost may be sent; it counts from then on.
     *
     * @param now by {@link Pause#steady}
     */
    public synchronized Instant grant(Instant now, int cost) {
        // Nobody overtakes who waits already: what counted against him is forgotten from his moment on.
        Instant at = now.isAfter(last) ? now : last;
        for (Allowance allowance : allowances) {
            at = allowance.earliest(at, cost);
        }
        for (Allowance allowance : allowances) {
            allowance.spend(at, cost);
        }
        last = at;
        return at;
    }
}
