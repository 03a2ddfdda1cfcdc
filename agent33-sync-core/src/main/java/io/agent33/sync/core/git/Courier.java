package io.agent33.sync.core.git;

import io.agent33.sync.core.log.LogContext;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread of its own for one connection. Whoever waits for it can be interrupted, and waits no longer than the deadline,
 * whatever a server does to keep JGit busy. The thread is then left behind; it ends with its next look at the network.
 *
 * <p>One thread for the life of a connection, because JGit interrupts the thread that made the connection when it times out.
 */
final class Courier {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Courier::daemon);
    private final Duration deadline;

    Courier(Duration deadline) {
        this.deadline = deadline;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "agent33-sync-git");
        thread.setDaemon(true);
        return thread;
    }

    <T> T run(Callable<T> work) throws IOException {
        return run(work, deadline);
    }

    /** With a limit of its own. */
    <T> T run(Callable<T> work, Duration limit) throws IOException {
        if (thread.isShutdown()) {
            throw new IOException("the connection was given up before");
        }
        Future<T> result = thread.submit(LogContext.carried(work));
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (TimeoutException e) {
            thread.shutdownNow();
            throw new SocketTimeoutException("the exchange had not ended after " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            thread.shutdownNow();
            throw Interrupts.during("an exchange over the network", e);
        }
    }

    private static IOException failure(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException failure ? failure : new IOException(failed);
    }

    /** Does this last, while nobody waits; nothing if the thread was left behind. */
    void end(Runnable last) {
        if (!thread.isShutdown()) {
            thread.execute(last);
            thread.shutdown();
        }
    }
}
