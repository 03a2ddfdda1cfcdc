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

    /** Its first bytes, as many as it has and at most {@code length}. */
    byte[] start(int length);

    /** Its bytes; empty if there are more than 16 Mi of them. The array is the caller's own. */
    Optional<byte[]> content();

    /**
     * Its content as text, without a byte-order mark, line ends as they are.
     *
     * @return empty if it is binary (S4), or longer than 16 MiB
     */
    Optional<String> text();
}
