package io.agent33.sync.github.rest;

import io.agent33.sync.github.limit.Budget;
import io.agent33.sync.github.limit.Pause;
import io.agent33.sync.github.limit.Wait;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * On what terms requests are made.
 *
 * @param api the REST API's address, without a slash at its end
 * @param graph the GraphQL API's
 * @param timeout of one exchange, body included
 * @param attempts how often a request that may be repeated is sent before GitHub is taken for unreachable
 * @param patience the longest time that one request waits for limits, all waits together
 * @param atOnce how many exchanges run at the same time
 * @param content of requests that write
 * @param points of all requests
 * @param pause the time
 * @param waiting told of every wait, by the thread that waits
 */
public record Terms(
        URI api,
        URI graph,
        Duration connectTimeout,
        Duration timeout,
        int attempts,
        Duration patience,
        int atOnce,
        Budget content,
        Budget points,
        Pause pause,
        Consumer<Wait> waiting) {}
