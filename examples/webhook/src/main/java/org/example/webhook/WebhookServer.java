package org.example.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agent33.sync.SyncWatcher;
import io.agent33.sync.github.GitHubWebhook;
import io.agent33.sync.github.webhook.WebhookHeaders;
import io.agent33.sync.github.webhook.WebhookResult;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Listens for GitHub at {@code /webhook}, with the server of the JDK, and tells a watcher. It speaks plain HTTP: put what speaks
 * TLS in front of it.
 */
public final class WebhookServer implements AutoCloseable {
    private final GitHubWebhook webhook;
    private final SyncWatcher watcher;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private WebhookServer(GitHubWebhook webhook, SyncWatcher watcher, HttpServer server) {
        this.webhook = webhook;
        this.watcher = watcher;
        this.server = server;
    }

    /** @param watcher stays the caller's, who has it watch in a thread of its own */
    public static WebhookServer start(GitHubWebhook webhook, SyncWatcher watcher, InetSocketAddress address)
            throws IOException {
        WebhookServer started = new WebhookServer(webhook, watcher, HttpServer.create(address, 0));
        started.server.createContext("/webhook", started::answer);
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    /** Returns at once, as GitHub wants it: within ten seconds. The work is the watcher's. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            WebhookResult result =
                    webhook.receive(WebhookHeaders.of(exchange.getRequestHeaders()), exchange.getRequestBody());
            result.asked().ifPresent(watcher::notice);
            byte[] said = result.message().getBytes(UTF_8);
            exchange.sendResponseHeaders(result.status(), said.length);
            exchange.getResponseBody().write(said);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
