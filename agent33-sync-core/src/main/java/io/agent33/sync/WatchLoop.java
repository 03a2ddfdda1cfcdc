package io.agent33.sync;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.annotation.Nullable;

/** One thread that takes turns and waits between them, until it is told to stop. */
final class WatchLoop {
    /** The clock on the wall may jump, and a machine may sleep: nobody waits for longer than this without looking at it. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Thread thread;
    private boolean rung;
    private boolean closed;

    /**
     * Takes turns until {@link #close}, or until the thread is interrupted, which leaves its flag set.
     *
     * @param turn gives how long nothing will be due
     * @throws IllegalStateException if another thread is at it
     */
    void run(Supplier<Duration> turn) {
        begin();
        try {
            while (goesOn()) {
                Duration idle = turn.get();
                await(() -> rung || closed, idle.compareTo(LONGEST) < 0 ? idle : LONGEST);
            }
        } finally {
            end();
        }
    }

    private void begin() {
        lock.lock();
        try {
            if (thread != null) {
                throw new IllegalStateException("thread " + thread.getName() + " watches already");
            }
            thread = Thread.currentThread();
        } finally {
            lock.unlock();
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            rung = false;
            return !closed && !Thread.currentThread().isInterrupted();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            thread = null;
            if (closed) {
                // The interrupt was ours, and has done its work.
                Thread.interrupted();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next turn is to be taken at once. */
    void ring() {
        lock.lock();
        try {
            rung = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * No further turn, and the one that is being taken is cut short.
     *
     * @param patience how long to wait for its end
     * @return whether it has ended
     */
    boolean close(Duration patience) {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            if (thread == null || thread == Thread.currentThread()) {
                return true;
            }
            thread.interrupt();
            await(() -> thread == null, patience);
            return thread == null;
        } finally {
            lock.unlock();
        }
    }

    /** An interrupt ends it too, and leaves the flag set. */
    private void await(BooleanSupplier fact, Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (left > 0 && !fact.getAsBoolean()) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
