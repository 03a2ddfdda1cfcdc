package io.agent33.sync.github;

import io.agent33.sync.github.limit.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** A time that passes only when somebody sleeps. */
final class VirtualPause implements Pause {
    private Duration set = Duration.ZERO;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public synchronized Instant now() {
        return now.plus(set);
    }

    @Override
    public synchronized Instant steady() {
        return now;
    }

    /** Somebody sets the clock on the wall. */
    synchronized void set(Duration by) {
        set = set.plus(by);
    }

    @Override
    public synchronized boolean sleep(Duration time, CountDownLatch woken) {
        now = now.plus(time);
        return false;
    }

    void pass(Duration time) {
        sleep(time, new CountDownLatch(1));
    }
}
