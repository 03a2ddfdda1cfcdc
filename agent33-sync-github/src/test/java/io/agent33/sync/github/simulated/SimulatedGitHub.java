package io.agent33.sync.github.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.GitHub;
import io.agent33.sync.github.limit.Pause;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A GitHub on this machine: repositories with pull requests, labels, reviewers and issues, by GitHub's rules, behind the API's own
 * addresses. It writes down every request, and fails where a test wants it. Repositories come to be when they are asked for.
 */
public final class SimulatedGitHub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Request> requests = new ArrayList<>();
    private final AtomicInteger unchanged = new AtomicInteger();
    private volatile Listener listener = (request, status, body) -> {};
    private volatile Function<Request, Optional<Reply>> before = request -> Optional.empty();
    private final Api api;
    private final String login;
    private volatile Optional<GitRepositories> git = Optional.empty();
    private volatile BiFunction<Integer, Request, Mishap> mishaps = (number, request) -> Mishap.NONE;

    private SimulatedGitHub(HttpServer server, String login) {
        this.server = server;
        this.login = login;
        this.api = new Api(address(), login);
    }

    /** One whose user is {@code agent33[bot]}. */
    public static SimulatedGitHub start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SimulatedGitHub gitHub = new SimulatedGitHub(server, "agent33[bot]");
            server.setExecutor(gitHub.threads);
            server.createContext("/", gitHub::handle);
            server.start();
            return gitHub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the API is. */
    public GitHub.Builder connection() {
        URI api = URI.create(address());
        return GitHub.at(api, URI.create(api + "/graphql"));
    }

    public String address() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** From now on, what becomes of a request by its number since then, which begins with 1. */
    public synchronized void fail(BiFunction<Integer, Request, Mishap> by) {
        requests.clear();
        mishaps = by;
    }

    /** Told of each request and what it is answered, status and body; by several threads. */
    public void listen(Listener told) {
        listener = told;
    }

    /** Who is told. */
    public interface Listener {
        void exchanged(Request request, int status, JsonNode body);
    }

    /** Those since {@link #fail}, or since the beginning. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Which branches there are; without this, those that {@link Seen#branch} was told of. */
    public synchronized void branches(BiPredicate<RepositoryId, String> exist) {
        api.branches(exist);
    }

    /**
     * Serves the bare repositories below a folder, {@code owner/name.git}, over smart HTTP at the address of the API, for the same
     * tokens. Pull requests are from their branches, and are merged into them.
     */
    public synchronized SimulatedGitHub git(Path folder) {
        GitRepositories repositories = new GitRepositories(folder, threads);
        git = Optional.of(repositories);
        api.branches(repositories::hasBranch);
        api.merging(repositories::squash);
        return this;
    }

    /** The time by which tokens end. */
    public void clock(Pause time) {
        api.clock(time);
    }

    /** Answers some requests with a status and headers instead of performing them. */
    public void answering(Function<Request, Optional<Integer>> status, Map<String, String> headers) {
        before = request -> status.apply(request)
                .map(it -> new Reply(it, Reply.no(it, "as the test wants it").body(), headers));
    }

    /** Refuses what is more than these. */
    public void limits(PublishedLimits limits) {
        before = limits::refusal;
    }

    /** A repository is called otherwise from now on; its old name leads to it. */
    public synchronized void rename(RepositoryId from, RepositoryId to) {
        api.rename(from, to);
    }

    /** Tokens of installations that were given, the oldest first; taken from the list, one is revoked. */
    public List<String> tokens() {
        return api.tokens();
    }

    /** How often it said that nothing changed. */
    public int unchanged() {
        return unchanged.get();
    }

    /** What is in a repository, and may be changed, while no request is under way. */
    synchronized Place place(RepositoryId repository) {
        return api.place(repository);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<GitRepositories> served =
                    git.filter(it -> it.isOne(exchange.getRequestURI().getPath()));
            Request request = served.isPresent() ? outline(exchange) : read(exchange);
            Mishap mishap = noted(request);
            if (mishap == Mishap.SILENCE_BEFORE || mishap == Mishap.CUT_BEFORE) {
                lose(mishap == Mishap.SILENCE_BEFORE);
                return;
            }
            if (served.isPresent() && mishap.isEffective()) {
                serve(served.get(), exchange, mishap);
                return;
            }
            Reply reply = mishap.isEffective() ? reply(request) : refusal(mishap);
            if (mishap == Mishap.SILENCE_AFTER || mishap == Mishap.CUT_AFTER) {
                lose(mishap == Mishap.SILENCE_AFTER);
                return;
            }
            answer(exchange, request, mishap == Mishap.ERROR_AFTER ? Reply.no(502, "Server Error") : reply, mishap);
        }
    }

    /** What took effect and is to be lost is given nobody. */
    private void serve(GitRepositories served, HttpExchange exchange, Mishap mishap) throws IOException {
        String login = exchange.getRequestHeaders().getFirst("Authorization");
        if (login == null || !api.isGood(password(login))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"GitHub\"");
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        if (mishap == Mishap.NONE) {
            served.serve(exchange);
        } else {
            served.serve(new Unheard(exchange));
            lose(mishap == Mishap.SILENCE_AFTER || mishap == Mishap.STALLED);
        }
    }

    private static String password(String basic) {
        String login = new String(Base64.getDecoder().decode(basic.replace("Basic ", "")), UTF_8);
        return login.substring(login.indexOf(':') + 1);
    }

    private static Request outline(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                Map.of(),
                MissingNode.getInstance(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
    }

    private void lose(boolean silently) {
        if (silently) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized Mishap noted(Request request) {
        requests.add(request);
        return mishaps.apply(requests.size(), request);
    }

    private static Reply refusal(Mishap mishap) {
        return switch (mishap) {
            case FORBIDDEN -> Reply.no(403, "Resource not accessible by integration");
            case SECONDARY_LIMIT ->
                new Reply(
                        403,
                        Reply.no(
                                        403,
                                        "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.")
                                .body(),
                        Map.of("Retry-After", "1"));
            default -> Reply.no(500, "Server Error");
        };
    }

    private static Request read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        Map<String, String> query = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String part : uri.getRawQuery().split("&")) {
                String[] pair = part.split("=", 2);
                query.put(pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8));
            }
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath().replaceFirst("^/api(/v3)?", ""),
                query,
                body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
    }

    private void answer(HttpExchange exchange, Request request, Reply reply, Mishap mishap) throws IOException {
        listener.exchanged(request, reply.status(), reply.body());
        byte[] body = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        reply.headers()
                .forEach((name, value) ->
                        exchange.getResponseHeaders().set(name, name.equals("Link") ? next(exchange, value) : value));
        if (request.isRead() && reply.status() == 200) {
            String tag = tag(body);
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        exchange.sendResponseHeaders(reply.status(), body.length);
        OutputStream out = exchange.getResponseBody();
        if (mishap == Mishap.TRUNCATED || mishap == Mishap.STALLED) {
            out.write(body, 0, body.length / 2);
            out.flush();
            lose(mishap == Mishap.STALLED);
            return;
        }
        out.write(body);
        out.close();
    }

    private String next(HttpExchange exchange, String page) {
        String same = exchange.getRequestURI().toString().replaceAll("&page=\\d+", "");
        return "<" + address() + same + "&page=" + page + ">; rel=\"next\", <" + address() + same
                + "&page=99>; rel=\"last\"";
    }

    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Reply reply(Request request) {
        return before.apply(request).orElseGet(() -> api.reply(request));
    }

    /** The user whose token it is. */
    public String login() {
        return login;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
