package io.agent33.sync;

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
            items.forEach(item -> futures.add(executor.submit(() -> work.apply(item))));
            List<R> results = new ArrayList<>();
            futures.forEach(future -> results.addAll(await(future)));
            return results;
        } finally {
            executor.shutdown();
            if (cancelled.get()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <R> R await(Future<R> future) {
        while (true) {
            try {
                return future.get();
            } catch (InterruptedException e) {
                cancelled.set(true);
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
}
