package io.agent33.sync.github.rest;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Java's own HTTP client, with an end: no thread and no connection of it is left. Java has that since 21. Before, the thread that
 * selects goes on until the client is collected, unless it is interrupted, and the one way to reach it is the group that it was
 * started in. Thread-safe.
 */
final class ClosableClient implements AutoCloseable {
    /** Nothing but selecting threads, and what starts one, for a moment. */
    private static final ThreadGroup SELECTING = new ThreadGroup(root(), "agent33-sync-github");

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(root(), work, "agent33-sync-github");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client;
    private final Set<Thread> selecting;

    ClosableClient(Duration connectTimeout) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(threads);
        // Not the group itself, which Java locks when a thread is started in it.
        synchronized (ClosableClient.class) {
            List<Thread> others = selecting().toList();
            client = CompletableFuture.supplyAsync(builder::build, work -> new Thread(SELECTING, work).start())
                    .join();
            selecting = Set.copyOf(
                    selecting().filter(thread -> !others.contains(thread)).toList());
        }
    }

    /** One that outlives whoever made the first client. */
    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    private static Stream<Thread> selecting() {
        Thread[] threads = new Thread[SELECTING.activeCount() + 16];
        return Stream.of(threads).limit(SELECTING.enumerate(threads));
    }

    <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, BodyHandler<T> body) {
        return client.sendAsync(request, body);
    }

    /** What is under way may never be answered. */
    @Override
    public void close() {
        if (client instanceof AutoCloseable) {
            try {
                HttpClient.class.getMethod("shutdownNow").invoke(client);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a client that can be closed has this method since Java 21", e);
            }
        } else {
            selecting.forEach(Thread::interrupt);
        }
        threads.shutdownNow();
    }
}
