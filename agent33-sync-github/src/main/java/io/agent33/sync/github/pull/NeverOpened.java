package io.agent33.sync.github.pull;

import io.agent33.sync.api.repository.RepositoryId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Branches from which there was no pull request a moment ago: nobody can have closed one before it is made, and it need not be asked
 * again. Thread-safe.
 */
final class NeverOpened {
    private static final long MOMENT = Duration.ofMinutes(1).toNanos();

    private record Key(RepositoryId repository, String branch) {}

    private final Map<Key, Long> seen = new ConcurrentHashMap<>();

    void see(RepositoryId repository, String branch, boolean never) {
        if (never) {
            seen.put(new Key(repository, branch), System.nanoTime());
        } else {
            seen.remove(new Key(repository, branch));
        }
    }

    /** Says so once. */
    boolean take(RepositoryId repository, String branch) {
        Long at = seen.remove(new Key(repository, branch));
        return at != null && System.nanoTime() - at < MOMENT;
    }
}
