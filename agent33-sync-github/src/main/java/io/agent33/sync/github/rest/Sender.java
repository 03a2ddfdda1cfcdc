package io.agent33.sync.github.rest;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Exchanges over HTTP with one host: so many at once, each within a time and a size, body included. Proxy, trust and
 * everything else about connections are the JDK's own. Thread-safe.
 */
final class Sender implements AutoCloseable {
    private static final int LONGEST_BODY = 16 << 20;

    private final ExecutorService threads;
    private final HttpClient client;
    private final Semaphore atOnce;
    private final Duration timeout;

    Sender(Duration connectTimeout, Duration timeout, int atOnce) {
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "agent33-sync-github");
            thread.setDaemon(true);
            return thread;
        });
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(threads)
                .build();
        this.atOnce = new Semaphore(atOnce, true);
        this.timeout = timeout;
    }

    /**
     * One exchange.
     *
     * @throws java.net.ConnectException if nothing was sent
     * @throws IOException if it failed at any moment, time-out included
     */
    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        atOnce.acquire();
        try {
            return within(client.sendAsync(request, info -> new BoundedBody(LONGEST_BODY)));
        } finally {
            atOnce.release();
        }
    }

    private HttpResponse<byte[]> within(CompletableFuture<HttpResponse<byte[]>> answer)
            throws IOException, InterruptedException {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer in " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** Ends its threads. Java's own selector thread ends with them from Java 21 on, before that when its client is collected. */
    @Override
    public void close() {
        threads.shutdownNow();
        if (client instanceof AutoCloseable) {
            try {
                HttpClient.class.getMethod("shutdownNow").invoke(client);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a client that can be closed has this method since Java 21", e);
            }
        }
    }
}
