package io.agent33.sync.github.webhook;

import io.agent33.sync.api.repository.RepositoryId;
import java.util.function.Predicate;

/**
 * Whose events count.
 *
 * @param downstreams asked for every repository but the upstream, by any thread
 */
public record Listening(RepositoryId upstream, Predicate<RepositoryId> downstreams) {}
