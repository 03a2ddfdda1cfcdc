package io.agent33.sync;

import io.agent33.sync.core.log.LogContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Works on several downstreams at once. An interrupt of the calling thread cancels what has not begun and waits for the
 * steps under way, since an interrupted file channel would take the shared object cache with it.
 */
final class Fleet {
    private final int parallelism;
    private final AtomicBoolean cancelled;

    Fleet(int parallelism, AtomicBoolean cancelled) {
        this.parallelism = parallelism;
        this.cancelled = cancelled;
    }

    /** The results of all items, in the items' order. The work never throws but for defects. */
    <T, R> List<R> each(List<T> items, Function<T, List<R>> work) {
        if (items.isEmpty()) {
            return List.of();
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(parallelism, items.size()), task -> {
            Thread thread = new Thread(task, "agent33-sync-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<List<R>>> futures = new ArrayList<>();
            items.forEach(item -> futures.add(executor.submit(LogContext.carried(() -> work.apply(item)))));
            // All are awaited before any failure is thrown: nobody works on after the run has ended.
            futures.forEach(this::await);
            return futures.stream().flatMap(future -> result(future).stream()).toList();
        } finally {
            executor.shutdown();
            if (cancelled.get()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void await(Future<?> future) {
        while (true) {
            try {
                future.get();
                return;
            } catch (InterruptedException e) {
                cancelled.set(true);
            } catch (ExecutionException e) {
                return;
            }
        }
    }

    private static <R> R result(Future<R> done) {
        try {
            return done.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("it is done already", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
