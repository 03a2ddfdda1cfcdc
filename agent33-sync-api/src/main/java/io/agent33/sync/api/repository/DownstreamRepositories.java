package io.agent33.sync.api.repository;

/** Finds downstream repositories by name. To be implemented; thread-safe. */
@FunctionalInterface
public interface DownstreamRepositories {
    /**
     * Opens a repository for one run; the caller closes it. An implementation may put off asking whether it exists
     * until the first use.
     *
     * @throws io.agent33.sync.api.error.RepositoryException if it cannot be opened
     */
    DownstreamRepository open(RepositoryId id);
}
