package io.agent33.sync.core.git;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What may happen to one exchange with a server. */
enum Mishap {
    /** Nothing. */
    NONE,
    /** The connection is cut before git hears of the request. */
    CUT_BEFORE,
    /** Git gets half of the request, and nobody an answer. */
    CUT_WITHIN,
    /** Git does what it was asked to, and nobody gets an answer. */
    LOST_ANSWER,
    /** The connection is cut after half of the answer. */
    CUT_ANSWER,
    /** Half of the answer comes, and ends as if that were all. */
    SHORT_ANSWER,
    /** The server is in trouble. */
    ERROR_500,
    /** What stands before the server cannot reach it. */
    ERROR_503,
    /** Sent on to another host, which nobody trusts. */
    SENT_ELSEWHERE,
    /** Half of the answer comes, and then nothing for ever. */
    STALL,
    /** Half of the answer comes, and then what keeps a connection alive, for ever. */
    TRICKLE;

    private static final int TRICKLE_MILLIS = 200;
    /** Says to git that more is to come. */
    private static final byte[] KEEP_ALIVE = "0005\2".getBytes(StandardCharsets.US_ASCII);

    /** How long a run waits for a word, so that this ends soon and nothing else ends at all. */
    Duration timeout() {
        return this == STALL ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
    }

    /** How long it waits for the whole. */
    Duration deadline() {
        return this == TRICKLE ? Duration.ofSeconds(4) : Duration.ofMinutes(5);
    }

    /** Whether that was the end of it, before git heard of anything. */
    boolean cutsOffAtOnce(HttpExchange exchange) throws IOException {
        switch (this) {
            case CUT_BEFORE -> {}
            case ERROR_500 -> exchange.sendResponseHeaders(500, -1);
            case ERROR_503 -> exchange.sendResponseHeaders(503, -1);
            case SENT_ELSEWHERE -> {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9" + exchange.getRequestURI());
                exchange.sendResponseHeaders(302, -1);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What git gets of the request. */
    InputStream request(InputStream whole) throws IOException {
        if (this != CUT_WITHIN) {
            return whole;
        }
        byte[] bytes = whole.readAllBytes();
        return new ByteArrayInputStream(bytes, 0, bytes.length / 2);
    }

    /** Git has answered, and this arrives of it. */
    void answer(HttpExchange exchange, int status, byte[] answer, CountDownLatch end) throws IOException {
        byte[] half = Arrays.copyOf(answer, answer.length / 2);
        switch (this) {
            case SHORT_ANSWER -> {
                exchange.sendResponseHeaders(status, half.length == 0 ? -1 : half.length);
                exchange.getResponseBody().write(half);
            }
            case CUT_ANSWER -> {
                exchange.sendResponseHeaders(status, answer.length + 1L);
                exchange.getResponseBody().write(half);
            }
            case STALL -> {
                exchange.sendResponseHeaders(status, answer.length + 1L);
                exchange.getResponseBody().write(half);
                exchange.getResponseBody().flush();
                isOver(end, Long.MAX_VALUE);
            }
            case TRICKLE -> {
                exchange.sendResponseHeaders(status, 0);
                exchange.getResponseBody().write(half);
                while (!isOver(end, TRICKLE_MILLIS)) {
                    exchange.getResponseBody().write(KEEP_ALIVE);
                    exchange.getResponseBody().flush();
                }
            }
            default -> {}
        }
    }

    private static boolean isOver(CountDownLatch end, long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
