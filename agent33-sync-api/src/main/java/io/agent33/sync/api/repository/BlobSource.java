package io.agent33.sync.api.repository;

import java.io.InputStream;

/**
 * Content by its id. Implementations are thread-safe and never hold a whole large blob in memory.
 */
public interface BlobSource {
    /**
     * The content, to be closed by the caller.
     *
     * @throws io.agent33.sync.api.error.RepositoryException if there is no such blob
     */
    InputStream open(ObjectId blob);

    /**
     * Its length in bytes.
     *
     * @throws io.agent33.sync.api.error.RepositoryException if there is no such blob
     */
    long size(ObjectId blob);

    /** Whether {@link #open} would find it here, without asking another machine. */
    boolean contains(ObjectId blob);
}
