package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.Optional;

/** Whether a repository answers; thread-safe. */
final class Availability {
    private final RepositoryId id;
    private volatile Optional<RepositoryException.Reason> failure = Optional.empty();

    Availability(RepositoryId id) {
        this.id = id;
    }

    void fail(RepositoryException.Reason reason) {
        failure = Optional.of(reason);
    }

    void recover() {
        failure = Optional.empty();
    }

    void check() {
        failure.ifPresent(reason -> {
            throw new RepositoryException(reason, id + " does not answer: a test said " + reason);
        });
    }
}
