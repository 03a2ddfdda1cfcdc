package io.agent33.sync.github.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time, and waiting for it to pass. To be implemented by tests; thread-safe. */
public interface Pause {
    /** The machine's own. */
    Pause SYSTEM = new Pause() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public Instant steady() {
            return Instant.EPOCH.plusNanos(System.nanoTime());
        }

        @Override
        public boolean sleep(Duration time, CountDownLatch woken) throws InterruptedException {
            return woken.await(time.toMillis(), TimeUnit.MILLISECONDS);
        }
    };

    /** By the clock on the wall, which may be set at any moment: for times that others name. */
    Instant now();

    /** By a clock that nobody sets, and that begins anywhere: for times between two moments here. */
    Instant steady();

    /**
     * Waits.
     *
     * @param time zero or more
     * @param woken what ends the wait before its time
     * @return whether it did
     */
    boolean sleep(Duration time, CountDownLatch woken) throws InterruptedException;
}
