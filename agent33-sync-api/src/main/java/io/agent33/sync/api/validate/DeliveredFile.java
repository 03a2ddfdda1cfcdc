package io.agent33.sync.api.validate;

import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;
import java.util.Optional;

/** A file as it would lie downstream. Immutable and thread-safe. */
public interface DeliveredFile {
    /** Its path upstream. */
    String source();

    /** Its path downstream. */
    RepoPath target();

    /** Mode and blob. */
    FileState state();

    /** Whether it is not what upstream renders, because of local changes. */
    boolean customised();

    /** Whether it holds conflict markers of the engine, for a person to resolve. */
    boolean conflicted();

    /**
     * Its content without a byte-order mark, line ends as they are.
     *
     * @return empty if it is binary (S4), or longer than 16 MiB
     */
    Optional<String> text();
}
