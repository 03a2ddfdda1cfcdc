package io.agent33.sync.github.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many requests that create content may be sent in any minute and in any hour: GitHub publishes 80 and 500 and refuses
 * more for longer. Thread-safe.
 */
public final class ContentBudget {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final int aMinute;
    private final int anHour;
    /** When each of the last hour's was or will be sent, the earliest first. */
    private final Deque<Instant> granted = new ArrayDeque<>();

    /** @throws IllegalArgumentException if one is not positive, or a minute has more than an hour */
    public ContentBudget(int aMinute, int anHour) {
        if (aMinute < 1 || anHour < aMinute) {
            throw new IllegalArgumentException("a budget has at least 1 request a minute and as many an hour, not "
                    + aMinute + " a minute and " + anHour + " an hour");
        }
        this.aMinute = aMinute;
        this.anHour = anHour;
    }

    /** The earliest moment at which one more may be sent; it counts from then on. */
    public synchronized Instant grant(Instant now) {
        // Nobody overtakes who waits already: what counted against him is forgotten from his moment on.
        Instant at = granted.isEmpty() ? now : later(now, granted.peekLast());
        at = later(at, after(aMinute, MINUTE));
        at = later(at, after(anHour, HOUR));
        Instant hourAgo = at.minus(HOUR);
        while (!granted.isEmpty() && !granted.peekFirst().isAfter(hourAgo)) {
            granted.removeFirst();
        }
        granted.addLast(at);
        return at;
    }

    /** When the last {@code most} are all older than a window. */
    private Instant after(int most, Duration window) {
        return granted.size() < most
                ? Instant.MIN
                : granted.stream()
                        .skip(granted.size() - (long) most)
                        .findFirst()
                        .orElseThrow()
                        .plus(window);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
