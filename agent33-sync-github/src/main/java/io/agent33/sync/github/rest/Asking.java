package io.agent33.sync.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.limit.Budget;
import io.agent33.sync.github.limit.Refusal;
import io.agent33.sync.github.limit.Wait;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** One request, as often as it may be sent. For one use. */
final class Asking {
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"next\"");
    private static final int MOST_REDIRECTS = 3;

    private final Rest rest;
    private final Terms terms;
    private final RepositoryId repository;
    private Ask ask;

    private int failures;
    private int refusals;
    private int redirects;
    private boolean renewed;
    private Duration waited = Duration.ZERO;

    Asking(Rest rest, Terms terms, RepositoryId repository, Ask ask) {
        this.rest = rest;
        this.terms = terms;
        this.repository = repository;
        this.ask = ask;
    }

    Answer answer() {
        try {
            Optional<Answer> answer = Optional.empty();
            while (answer.isEmpty()) {
                waitForBudgets();
                answer = attempt();
            }
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepositoryException(Reason.INTERRUPTED, repository + ": interrupted in " + ask, e);
        }
    }

    /** Empty to send it again. */
    private Optional<Answer> attempt() throws InterruptedException {
        String header = rest.authorization().header(repository);
        HttpResponse<byte[]> raw;
        JsonNode body;
        try {
            raw = rest.exchange(ask, header);
            body = Rest.body(raw);
        } catch (IOException e) {
            failed(said(e), e, e instanceof ConnectException || e instanceof HttpConnectTimeoutException);
            return Optional.empty();
        }
        Answer answer = new Answer(
                ask,
                raw.statusCode(),
                body,
                raw.headers().firstValue("link").flatMap(Asking::next),
                raw.headers().firstValue("x-accepted-github-permissions"));
        Optional<Refusal> refusal = Refusal.of(
                isLimit(body) ? 429 : raw.statusCode(),
                raw.headers()::firstValue,
                answer.message(),
                refusals,
                terms.pause().now());
        if (refusal.isPresent()) {
            refusals++;
            waitFor(refusal.get().why(), refusal.get().time());
            return Optional.empty();
        }
        return settled(raw, answer, header);
    }

    /** GraphQL answers with status 200, whatever becomes of a request. */
    private static boolean isLimit(JsonNode body) {
        return StreamSupport.stream(body.path("errors").spliterator(), false)
                .anyMatch(error -> error.path("type").asText().equals("RATE_LIMITED"));
    }

    private Optional<Answer> settled(HttpResponse<byte[]> raw, Answer answer, String header)
            throws InterruptedException {
        int status = raw.statusCode();
        if (status / 100 == 5) {
            failed("GitHub answered with status " + status, null, false);
            return Optional.empty();
        }
        if (status / 100 == 3 && status != 304) {
            ask = ask.to(moved(raw, answer));
            return Optional.empty();
        }
        if (status == 401) {
            if (renewed || !rest.authorization().refused(repository, header)) {
                throw Refused.exception(repository, answer);
            }
            renewed = true;
            return Optional.empty();
        }
        return Optional.of(answer);
    }

    /** The repository was renamed or moved. */
    private String moved(HttpResponse<byte[]> raw, Answer answer) {
        Optional<URI> place = raw.headers().firstValue("location").flatMap(text -> resolved(raw.uri(), text));
        boolean same = ask.isRead() || raw.statusCode() == 307 || raw.statusCode() == 308;
        if (place.filter(rest::isOwn).isEmpty() || !same || ++redirects > MOST_REDIRECTS) {
            throw Refused.exception(repository, answer);
        }
        return place.get().toString();
    }

    private static Optional<URI> resolved(URI from, String place) {
        try {
            return Optional.of(from.resolve(place));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void failed(String why, @javax.annotation.Nullable Exception cause, boolean unsent)
            throws InterruptedException {
        if (!ask.isRead() && !unsent) {
            throw cause == null ? new EffectUnknownException(ask, why) : new EffectUnknownException(ask, why, cause);
        }
        if (++failures >= terms.attempts()) {
            throw new RepositoryException(
                    Reason.UNREACHABLE,
                    repository + ": " + ask + " failed " + failures + " times, at last so: " + why + "; run again",
                    cause);
        }
        long most = 500L << Math.min(failures, 6);
        waitFor(
                Wait.Reason.FAILURE,
                Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most)));
    }

    private static String said(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private void waitForBudgets() throws InterruptedException {
        if (!ask.isRead()) {
            waitFor(terms.content(), 1, Wait.Reason.CONTENT_BUDGET);
        }
        waitFor(terms.points(), ask.isRead() ? 1 : 5, Wait.Reason.POINT_BUDGET);
    }

    private void waitFor(Budget budget, int cost, Wait.Reason why) throws InterruptedException {
        Instant now = terms.pause().steady();
        Duration time = Duration.between(now, budget.grant(now, cost));
        if (!time.isZero()) {
            waitFor(why, time);
        }
    }

    private void waitFor(Wait.Reason why, Duration time) throws InterruptedException {
        waited = waited.plus(time);
        if (waited.compareTo(terms.patience()) > 0) {
            throw new RepositoryException(
                    Reason.UNREACHABLE,
                    repository + ": " + ask + " would have to wait for " + waited.toSeconds() + " s ("
                            + why.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                            + "), longer than the patience of "
                            + terms.patience().toSeconds() + " s; run again later, or allow more");
        }
        rest.pause(repository, time, why);
    }

    private static Optional<String> next(String link) {
        Matcher found = NEXT.matcher(link);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
