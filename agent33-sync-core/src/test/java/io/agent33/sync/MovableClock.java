package io.agent33.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until a test moves it. */
final class MovableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-01-30T12:00:00Z");

    void pass(Duration time) {
        now = now.plus(time);
    }

    void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalStateException("the engine asks for instants alone");
    }
}
