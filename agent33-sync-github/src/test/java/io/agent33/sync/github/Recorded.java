package io.agent33.sync.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Exchanges with GitHub as they were recorded, to be had once more, in the same order. */
final class Recorded implements AutoCloseable {
    private static final String GITHUB = "https://api.github.com";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What may stand in an answer that is sent again as it was. */
    private static final Set<String> HEADERS = Set.of("content-type", "etag", "link", "location", "status");

    private final HttpServer server;
    private final Deque<JsonNode> exchanges = new ArrayDeque<>();

    private Recorded(HttpServer server, JsonNode exchanges) {
        this.server = server;
        exchanges.forEach(this.exchanges::add);
        server.createContext("/", this::answer);
        server.start();
    }

    static Recorded read(Path file) {
        try {
            return new Recorded(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                    JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    GitHub connection() {
        return GitHub.at(URI.create(address()), URI.create(address() + "/graphql"))
                .attempts(1)
                .token(() -> "good");
    }

    /** The recorded ones that were not asked for. */
    synchronized List<JsonNode> rest() {
        return List.copyOf(exchanges);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            JsonNode next = exchanges.peek();
            if (next == null || !isSame(next, exchange, body)) {
                exchange.sendResponseHeaders(418, -1);
                return;
            }
            exchanges.remove();
            next.path("headers").properties().stream()
                    .filter(header -> HEADERS.contains(header.getKey()))
                    .forEach(header -> exchange.getResponseHeaders()
                            .put(
                                    header.getKey(),
                                    Collections.singletonList(
                                            here(header.getValue().asText()))));
            byte[] said = here(next.path("response").toString()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(next.path("status").asInt(), said.length);
            exchange.getResponseBody().write(said);
        }
    }

    private static boolean isSame(JsonNode recorded, HttpExchange exchange, JsonNode body) {
        boolean silent = recorded.path("body").isTextual();
        return recorded.path("method").asText().equalsIgnoreCase(exchange.getRequestMethod())
                && recorded.path("path")
                        .asText()
                        .equals(exchange.getRequestURI().toString())
                && (silent ? body.isMissingNode() : body.equals(recorded.path("body")));
    }

    private String here(String text) {
        return text.replace(GITHUB, address());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
