package io.agent33.sync.github;

import io.agent33.sync.github.limit.Pause;
import java.time.Duration;
import java.time.Instant;

/** A time that passes only when somebody sleeps. */
final class VirtualPause implements Pause {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration time) {
        now = now.plus(time);
    }
}
