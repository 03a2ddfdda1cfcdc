package io.agent33.sync.api.validate;

import java.util.Optional;

/** A downstream's files as they would be after the pull request. Thread-safe. */
public interface TargetFiles {
    /** Whether there would be a file or a folder at a path. */
    boolean has(String path);

    /**
     * A text file, without a byte-order mark, line ends as they are.
     *
     * @return empty if there is no file, or it is binary (S4), or is longer than 16 MiB
     */
    Optional<String> text(String path);
}
