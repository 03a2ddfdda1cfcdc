package io.agent33.sync.api.repository;

import java.util.List;
import java.util.Optional;

/**
 * The files of one commit; a snapshot that never changes. To be implemented by repositories.
 *
 * <p>Reading a folder costs what that folder holds, not what lies below it. Implementations are thread-safe. All methods
 * throw {@link io.agent33.sync.api.error.RepositoryException} if an object cannot be read.
 */
public interface FileTree {
    /** The id of the root tree; equal ids mean equal files. */
    ObjectId id();

    /**
     * What lies directly in a folder, in git's order.
     *
     * @param folder its path without a slash at the end; empty for the root
     * @return empty if there is no such folder
     */
    List<TreeEntry> children(String folder);

    /**
     * What lies at a path: a file, a folder, or nothing.
     *
     * @param path without a slash at the end; not empty
     */
    Optional<TreeEntry> find(String path);
}
