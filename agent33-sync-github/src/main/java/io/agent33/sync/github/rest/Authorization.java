package io.agent33.sync.github.rest;

import io.agent33.sync.api.repository.RepositoryId;

/** Who asks. Thread-safe. */
public interface Authorization {
    /**
     * The header's value for requests about a repository.
     *
     * @throws io.agent33.sync.api.error.RepositoryException if it cannot be had
     */
    String header(RepositoryId repository);

    /**
     * Told that GitHub took a header for none of its own.
     *
     * @return whether another may be had by asking again
     */
    default boolean refused(RepositoryId repository, String header) {
        return false;
    }
}
