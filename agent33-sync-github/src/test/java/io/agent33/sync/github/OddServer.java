package io.agent33.sync.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Something on this machine that answers whatever a test wants. */
final class OddServer implements AutoCloseable {
    /** By the request, such as {@code GET /a?b=c}. */
    volatile UnaryOperator<String> answers = request -> "{}";

    volatile int status = 200;
    final Map<String, String> headers = Collections.synchronizedMap(new TreeMap<>());
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    OddServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    GitHub.Builder connection() {
        return GitHub.at(URI.create(address()), URI.create(address() + "/graphql"))
                .attempts(2)
                .pause(new VirtualPause());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(request);
            byte[] body = answers.apply(request).getBytes(UTF_8);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
