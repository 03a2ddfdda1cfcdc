package io.agent33.sync.api.transform;

import java.util.Optional;

/** The upstream's files at the release that is delivered. Thread-safe; a failing repository throws a RepositoryException. */
public interface UpstreamFiles {
    /** Whether there is a file or a folder at a path. */
    boolean has(String path);

    /** Whether there is one now, or was in any commit that the release comes from. */
    boolean everHad(String path);

    /**
     * A text file, without a byte-order mark, line ends as they are.
     *
     * @return empty if there is no file, or it is binary (S4), or is longer than 16 MiB
     */
    Optional<String> text(String path);
}
