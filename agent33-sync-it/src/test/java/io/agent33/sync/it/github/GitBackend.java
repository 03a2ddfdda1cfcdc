package io.agent33.sync.it.github;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The repositories below a folder over smart HTTP on the loopback, served by {@code git http-backend}. */
final class GitBackend implements AutoCloseable {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "CONTENT_TYPE",
            "Content-Encoding", "HTTP_CONTENT_ENCODING",
            "Git-Protocol", "GIT_PROTOCOL");

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private GitBackend(Path folder) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    static GitBackend serving(Path folder) {
        try {
            return new GitBackend(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Process process = backend(exchange);
            InputStream request = exchange.getRequestBody();
            threads.execute(() -> feed(request, process.getOutputStream()));
            try (InputStream answer = new BufferedInputStream(process.getInputStream())) {
                exchange.sendResponseHeaders(headers(exchange, answer), 0);
                answer.transferTo(exchange.getResponseBody());
            }
        }
    }

    private Process backend(HttpExchange exchange) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "-c", "http.receivepack=true", "http-backend");
        Map<String, String> environment = builder.environment();
        String query = exchange.getRequestURI().getQuery();
        environment.put("GIT_PROJECT_ROOT", folder.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put("QUERY_STRING", query == null ? "" : query);
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        HEADERS.forEach((header, variable) -> {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                environment.put(variable, value);
            }
        });
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void feed(InputStream request, OutputStream process) {
        try (process) {
            request.transferTo(process);
        } catch (IOException e) {
            // It has answered without reading all of it.
            return;
        }
    }

    /** The status; the others are the exchange's then. */
    private static int headers(HttpExchange exchange, InputStream answer) throws IOException {
        int status = 200;
        for (String line = line(answer); !line.isEmpty(); line = line(answer)) {
            String[] header = line.split(": ", 2);
            if (header[0].equals("Status")) {
                status = Integer.parseInt(header[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
        }
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
