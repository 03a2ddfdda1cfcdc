package io.agent33.sync.github.rest;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.github.limit.Pause;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Exchanges over HTTP with one host: so many at once, each within a time and a size, body included. Proxy, trust and
 * everything else about connections are the JDK's own. Thread-safe.
 */
final class Sender implements AutoCloseable {
    private static final int LONGEST_BODY = 16 << 20;

    private final ClosableClient client;
    private final Semaphore atOnce;
    private final Duration timeout;
    /** What ends the wait of each. */
    private final Set<Runnable> waits = ConcurrentHashMap.newKeySet();

    private final CountDownLatch closed = new CountDownLatch(1);

    Sender(Duration connectTimeout, Duration timeout, int atOnce) {
        this.client = new ClosableClient(connectTimeout);
        this.atOnce = new Semaphore(atOnce, true);
        this.timeout = timeout;
    }

    /**
     * One exchange.
     *
     * @throws java.net.ConnectException if nothing was sent
     * @throws IOException if it failed at any moment, time-out included
     * @throws RepositoryException if this is closed, or was meanwhile
     */
    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        atOnce.acquire();
        try {
            checkOpen();
            return within(client.send(request, info -> new BoundedBody(LONGEST_BODY)));
        } finally {
            atOnce.release();
        }
    }

    /** Waits for a time to pass, or for the end of this. */
    void pause(Pause pause, Duration time) throws InterruptedException {
        if (pause.sleep(time, closed)) {
            checkOpen();
        }
    }

    private void checkOpen() {
        if (closed.getCount() == 0) {
            throw new RepositoryException(
                    Reason.UNREACHABLE, "the connection to GitHub is closed; open another one, and run again");
        }
    }

    private HttpResponse<byte[]> within(CompletableFuture<HttpResponse<byte[]>> answer)
            throws IOException, InterruptedException {
        Runnable end = () -> answer.completeExceptionally(new IOException("closed"));
        waits.add(end);
        try {
            checkOpen();
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer in " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            checkOpen();
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            waits.remove(end);
            answer.cancel(true);
        }
    }

    /** Ends its threads and connections. Whoever waits for an answer, or for a limit, need not wait any longer. */
    @Override
    public void close() {
        closed.countDown();
        client.close();
        waits.forEach(Runnable::run);
    }
}
