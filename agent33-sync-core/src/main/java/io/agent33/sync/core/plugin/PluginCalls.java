package io.agent33.sync.core.plugin;

import io.agent33.sync.core.log.LogContext;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Calls plugins on threads of their own, with a limit for each call; idle threads end after a second. One that does not come back in time is interrupted and left behind
 * as a daemon: Java cannot stop it, and the program must be able to end. Thread-safe.
 */
public final class PluginCalls {
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final Executor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), PluginCalls::daemon);
    private final Duration limit;
    private final AtomicInteger leftBehind = new AtomicInteger();

    /** @param limit for one call */
    public PluginCalls(Duration limit) {
        this.limit = limit;
    }

    /** How many calls have been given up until now; their threads may still be running. */
    public int leftBehind() {
        return leftBehind.get();
    }

    /**
     * What a plugin answers.
     *
     * @param plugin which, and what it is asked for; for the message
     * @throws PluginException if it throws, answers null or not in time
     */
    public <T> T call(String plugin, Supplier<T> call) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        FutureTask<T> task = new FutureTask<>(LogContext.carried(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            return call.get();
        }));
        threads.execute(task);
        T answer = answer(plugin, task);
        if (answer == null) {
            throw new PluginException(plugin, "a result", "null");
        }
        return answer;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "agent33-sync-plugin-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private <T> T answer(String plugin, FutureTask<T> task) {
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError exhausted) {
                throw exhausted;
            }
            throw PluginException.threw(plugin, Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new PluginException(
                    plugin,
                    "an answer within " + limit.toMillis() + " ms",
                    "none; " + leftBehind.incrementAndGet() + " such calls are left behind");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new PluginException(plugin, "a result", "the run was interrupted");
        }
    }
}
