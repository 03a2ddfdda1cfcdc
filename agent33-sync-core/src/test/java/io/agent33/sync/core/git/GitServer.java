package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

/** Git's own server over smart HTTP on the loopback, for the repositories below one folder. */
final class GitServer implements AutoCloseable {
    /** Stands before git. */
    interface Gate {
        /** Whether to go on to git; if not, it has answered. */
        boolean passes(HttpExchange exchange) throws IOException;
    }

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<Gate> gate = new AtomicReference<>(exchange -> true);
    private final AtomicReference<Predicate<HttpExchange>> losing = new AtomicReference<>(exchange -> false);
    private final AtomicReference<Function<Integer, Mishap>> mishaps = new AtomicReference<>(number -> Mishap.NONE);
    private final CountDownLatch end = new CountDownLatch(1);

    private GitServer(Path folder) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    static GitServer serving(Path folder) {
        return GitFolder.unchecked(() -> new GitServer(folder));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Mishap mishap = mishaps.get().apply(noted(exchange));
            if (!mishap.cutsOffAtOnce(exchange) && gate.get().passes(exchange)) {
                backend(exchange, mishap);
            }
        }
    }

    /** The request's number, from 1. */
    private synchronized int noted(HttpExchange exchange) {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        return requests.size();
    }

    private void backend(HttpExchange exchange, Mishap mishap) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "-c", "http.receivepack=true", "http-backend");
        Map<String, String> environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", folder.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put(
                "QUERY_STRING",
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        header(exchange, "Content-Type").ifPresent(value -> environment.put("CONTENT_TYPE", value));
        header(exchange, "Content-Encoding").ifPresent(value -> environment.put("HTTP_CONTENT_ENCODING", value));
        header(exchange, "Git-Protocol").ifPresent(value -> environment.put("GIT_PROTOCOL", value));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        InputStream request = mishap.request(exchange.getRequestBody());
        threads.execute(() -> feed(request, process.getOutputStream()));
        try (InputStream answer = new BufferedInputStream(process.getInputStream())) {
            int status = headers(exchange, answer);
            if (losing.get().test(exchange)) {
                answer.transferTo(OutputStream.nullOutputStream());
                return;
            }
            if (mishap != Mishap.NONE) {
                mishap.answer(exchange, status, answer.readAllBytes(), end);
                return;
            }
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                answer.transferTo(body);
            }
        }
    }

    private static void feed(InputStream request, OutputStream process) {
        try (request;
                process) {
            request.transferTo(process);
        } catch (IOException e) {
            // It has answered without reading all of it.
            return;
        }
    }

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

    static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** From now on every request goes through this gate. */
    GitServer gate(Gate next) {
        gate.set(next);
        return this;
    }

    /** From now on git does these, and its answer is lost. */
    void losing(Predicate<HttpExchange> requests) {
        losing.set(requests);
    }

    /** From now on this happens to a request, by its number from 1, counted from now. */
    void mishaps(Function<Integer, Mishap> byNumber) {
        requests.clear();
        mishaps.set(byNumber);
    }

    /** A gate that demands a login. */
    static Gate login(String user, String password) {
        String expected = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return exchange -> {
            boolean known =
                    header(exchange, "Authorization").filter(expected::equals).isPresent();
            if (!known) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            }
            return known;
        };
    }

    /** Method and address of each request so far. */
    List<String> requests() {
        return requests;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
