package io.agent33.sync.api.repository;

import java.io.InputStream;

/** A {@link BlobSource} that takes content too. It is local: nothing put here is visible to anyone else. */
public interface BlobStore extends BlobSource {
    /**
     * Keeps the content and gives git's id of it. Putting the same content again changes nothing.
     *
     * @param content read to its end, not closed
     * @param size its exact length in bytes
     * @throws io.agent33.sync.api.error.RepositoryException if the content is shorter or longer than {@code size}, or
     *     cannot be stored
     */
    ObjectId put(InputStream content, long size);
}
