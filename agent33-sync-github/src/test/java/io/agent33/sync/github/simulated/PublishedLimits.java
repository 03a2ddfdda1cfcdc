package io.agent33.sync.github.simulated;

import io.agent33.sync.github.limit.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * The limits that GitHub publishes: 900 points a minute (1 for what reads, 5 for what writes), 80 requests a minute and 500 an hour that
 * create content, and so many requests an hour in all. Thread-safe.
 */
public final class PublishedLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Pause clock;
    private final int anHour;
    private final Deque<Instant> reads = new ArrayDeque<>();
    private final Deque<Instant> writes = new ArrayDeque<>();
    private Instant reset;
    private int used;
    private int secondary;
    private int primary;

    /** @param anHour how many requests of any kind in an hour; 5,000 for a person's token */
    public PublishedLimits(Pause clock, int anHour) {
        this.clock = clock;
        this.anHour = anHour;
        this.reset = clock.now().plus(HOUR);
    }

    /** How often the secondary limits were met: never, if all goes well. */
    public synchronized int secondary() {
        return secondary;
    }

    /** How often a request came when those of the hour were used up. */
    public synchronized int primary() {
        return primary;
    }

    /** What a request is answered that is one too many. */
    synchronized Optional<Reply> refusal(Request request) {
        Instant now = clock.now();
        if (!now.isBefore(reset)) {
            reset = now.plus(HOUR);
            used = 0;
        }
        (request.isRead() ? reads : writes).addLast(now);
        forget(reads, now.minus(MINUTE));
        forget(writes, now.minus(HOUR));
        long justWritten = since(now.minus(MINUTE));
        if (writes.size() > 500 || justWritten > 80 || reads.size() + 5 * justWritten > 900) {
            secondary++;
            return Optional.of(Reply.no(403, "You have exceeded a secondary rate limit."));
        }
        if (++used > anHour) {
            primary++;
            return Optional.of(new Reply(
                    403,
                    Reply.no(403, "API rate limit exceeded").body(),
                    Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", String.valueOf(reset.getEpochSecond()))));
        }
        return Optional.empty();
    }

    private static void forget(Deque<Instant> moments, Instant until) {
        while (!moments.isEmpty() && !moments.peekFirst().isAfter(until)) {
            moments.removeFirst();
        }
    }

    private long since(Instant moment) {
        return writes.stream().filter(at -> at.isAfter(moment)).count();
    }
}
