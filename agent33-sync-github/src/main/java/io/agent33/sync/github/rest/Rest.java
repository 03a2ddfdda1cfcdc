package io.agent33.sync.github.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.limit.Wait;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * GitHub's API, one request at a time. A request that GitHub refuses for its limits waits and is sent again; so is one that reads
 * and failed. One that writes and failed is never sent again: {@link EffectUnknownException}. Thread-safe.
 */
public final class Rest implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_PAGES = 50;
    private static final int LOOKS = 4;

    private final Terms terms;
    private final Authorization authorization;
    private final Sender sender;
    private final Known known = new Known();

    public Rest(Terms terms, Authorization authorization) {
        this(terms, authorization, new Sender(terms.connectTimeout(), terms.timeout(), terms.atOnce()));
    }

    private Rest(Terms terms, Authorization authorization, Sender sender) {
        this.terms = terms;
        this.authorization = authorization;
        this.sender = sender;
    }

    /** The same host and limits for another asker. */
    public Rest as(Authorization other) {
        return new Rest(terms, other, sender);
    }

    /**
     * Sends a request and waits for its answer. Whatever is neither a limit nor a failure of the server is an answer:
     * {@code 404} too.
     *
     * @param repository whose business it is
     * @throws io.agent33.sync.api.error.RepositoryException if GitHub cannot be reached, refuses the credentials, or its limits
     *     take longer than the patience
     * @throws EffectUnknownException if it writes, and may have taken effect
     */
    public Answer ask(RepositoryId repository, Ask ask) {
        return new Asking(this, terms, repository, ask).answer();
    }

    /**
     * Does something that looks at what there is and brings about what is missing, and does it again where the effect of a request
     * is unknown: the one way in which what writes is repeated.
     *
     * @throws io.agent33.sync.api.error.RepositoryException with reason {@code UNREACHABLE} if it stays unknown
     */
    public <T> T settled(RepositoryId repository, Supplier<T> step) {
        for (int look = 1; ; look++) {
            try {
                return step.get();
            } catch (EffectUnknownException e) {
                if (look == LOOKS) {
                    throw new RepositoryException(
                            Reason.UNREACHABLE,
                            repository + ": GitHub failed " + LOOKS + " times, at last so: " + e.getMessage()
                                    + "; run again, which begins by looking at what came of it",
                            e);
                }
                pause(repository, Duration.ofSeconds(1L << (look - 1)), Wait.Reason.FAILURE);
            }
        }
    }

    /** Waits, and says so. */
    public void pause(RepositoryId repository, Duration time, Wait.Reason why) {
        terms.waiting().accept(new Wait(String.valueOf(terms.api().getHost()), why, time));
        try {
            sender.pause(terms.pause(), time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepositoryException(Reason.INTERRUPTED, repository + ": interrupted while waiting for GitHub", e);
        }
    }

    /**
     * All pages of a list.
     *
     * @throws RepositoryException as {@link #ask} does, and where the whole list cannot be had: part of one would be taken for all
     */
    public List<JsonNode> list(RepositoryId repository, String path) {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> page = Optional.of(path);
        for (int i = 0; page.isPresent(); i++) {
            if (i == MOST_PAGES) {
                throw odd(
                        repository,
                        path,
                        "more than " + MOST_PAGES + " pages",
                        "close what is open there, and run again");
            }
            Answer answer = Refused.unlessDone(repository, ask(repository, Ask.get(page.get())));
            if (!answer.body().isArray()) {
                throw odd(repository, answer.ask().path(), "something that is no list", "run again");
            }
            answer.body().forEach(all::add);
            page = answer.next();
            if (page.filter(next -> !isOwn(next)).isPresent()) {
                throw odd(
                        repository,
                        answer.ask().path(),
                        "a next page at another place, which is not asked",
                        "check the API's address, and what stands between");
            }
        }
        return all;
    }

    private static RepositoryException odd(RepositoryId repository, String path, String found, String remedy) {
        return new RepositoryException(
                Reason.UNREACHABLE, repository + ": GitHub answered to GET " + path + " with " + found + "; " + remedy);
    }

    /** The address of the GraphQL API. */
    public String graph() {
        return terms.graph().toString();
    }

    Authorization authorization() {
        return authorization;
    }

    /** One exchange; what is known already is asked for with its tag, and given again if it did not change. */
    HttpResponse<byte[]> exchange(Ask ask, String header) throws IOException, InterruptedException {
        Optional<HttpResponse<byte[]>> before = known.of(ask);
        HttpRequest.Builder request = HttpRequest.newBuilder(address(ask))
                .method(ask.method(), body(ask))
                .header("Accept", "application/vnd.github+json")
                .header("X-GitHub-Api-Version", "2022-11-28")
                .header("User-Agent", "agent33-sync")
                .header("Authorization", header);
        if (ask.body().isPresent()) {
            request.header("Content-Type", "application/json; charset=utf-8");
        }
        before.flatMap(Known::tag).ifPresent(tag -> request.header("If-None-Match", tag));
        HttpResponse<byte[]> answer = sender.send(request.build());
        if (answer.statusCode() == 304 && before.isPresent()) {
            return before.get();
        }
        known.keep(ask, answer);
        return answer;
    }

    private static BodyPublisher body(Ask ask) throws IOException {
        return ask.body().isEmpty()
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(ask.body().get()));
    }

    private URI address(Ask ask) {
        return ask.path().startsWith("/") ? URI.create(terms.api() + ask.path()) : URI.create(ask.path());
    }

    /** Whether an address is of a host that may see the credentials. */
    boolean isOwn(URI address) {
        return isSame(address, terms.api()) || isSame(address, terms.graph());
    }

    /** The same of what somebody calls an address. */
    private boolean isOwn(String text) {
        try {
            return isOwn(new URI(text));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isSame(URI one, URI other) {
        return other.getScheme().equalsIgnoreCase(one.getScheme())
                && other.getAuthority().equalsIgnoreCase(one.getAuthority());
    }

    /**
     * An answer's body. That of a refusal may come from somebody on the way, and be anything.
     *
     * @throws IOException if it should be JSON, and is none
     */
    static JsonNode body(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() / 100 == 2) {
            return json(answer.body());
        }
        try {
            return json(answer.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** @throws IOException if it is no JSON */
    static JsonNode json(byte[] body) throws IOException {
        JsonNode read = body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        return read == null ? MissingNode.getInstance() : read;
    }

    /** Ends the connections. Requests under way fail. */
    @Override
    public void close() {
        sender.close();
    }
}
