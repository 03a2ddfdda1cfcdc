package io.agent33.sync.cli;

import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitUpstream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How repositories are reached; what is empty is left to the engine.
 *
 * @param cache where objects are kept
 * @param timeout the longest silence
 * @param deadline the longest exchange
 */
record Reach(Optional<Path> cache, Optional<Duration> timeout, Optional<Duration> deadline) {
    static Reach by(Optional<Path> cache) {
        return new Reach(cache, Optional.empty(), Optional.empty());
    }

    GitUpstream to(GitUpstream upstream) {
        GitUpstream cached = cache.map(upstream::cache).orElse(upstream);
        GitUpstream patient = timeout.map(cached::timeout).orElse(cached);
        return deadline.map(patient::deadline).orElse(patient);
    }

    GitDownstreams to(GitDownstreams downstreams) {
        GitDownstreams cached = cache.map(downstreams::cache).orElse(downstreams);
        GitDownstreams patient = timeout.map(cached::timeout).orElse(cached);
        return deadline.map(patient::deadline).orElse(patient);
    }
}
