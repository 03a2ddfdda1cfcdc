package io.agent33.sync.github.limit;

import java.time.Duration;
import java.time.Instant;

/** The time, and waiting for it to pass. To be implemented by tests; thread-safe. */
public interface Pause {
    /** The machine's own. */
    Pause SYSTEM = new Pause() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }
    };

    Instant now();

    /** @param time zero or more */
    void sleep(Duration time) throws InterruptedException;
}
