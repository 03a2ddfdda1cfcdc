package io.agent33.sync.github;

import io.agent33.sync.github.limit.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** A time that several threads share: it passes when all that work sleep, to the moment of the first who is to wake. */
final class SharedTime implements Pause {
    private final PriorityQueue<Instant> sleepers = new PriorityQueue<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int working;

    /** Work in which it may be slept. */
    <T> Callable<T> counted(Callable<T> work) {
        return () -> {
            change(1);
            try {
                return work.call();
            } finally {
                change(-1);
            }
        };
    }

    private synchronized void change(int by) {
        working += by;
        pass();
    }

    private void pass() {
        if (!sleepers.isEmpty() && sleepers.size() == working) {
            now = sleepers.peek();
            notifyAll();
        }
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public Instant steady() {
        return now();
    }

    @Override
    public synchronized boolean sleep(Duration time, CountDownLatch woken) throws InterruptedException {
        Instant end = now.plus(time);
        sleepers.add(end);
        pass();
        while (now.isBefore(end)) {
            wait();
        }
        sleepers.remove(end);
        return false;
    }
}
