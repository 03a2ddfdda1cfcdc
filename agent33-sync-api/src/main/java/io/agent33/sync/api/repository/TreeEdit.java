package io.agent33.sync.api.repository;

import java.util.Optional;

/**
 * What shall lie at a path.
 *
 * @param path safe by construction
 * @param after the file; empty to delete what is there
 */
public record TreeEdit(RepoPath path, Optional<FileState> after) {
    public TreeEdit {
        if (after.isPresent() && !after.get().mode().isFile()) {
            throw new IllegalArgumentException(
                    "only files are written, not " + after.get().mode() + " at " + path);
        }
    }

    /** Writes a file. */
    public static TreeEdit put(RepoPath path, FileState state) {
        return new TreeEdit(path, Optional.of(state));
    }

    /** Deletes a file; folders that become empty go with it. */
    public static TreeEdit delete(RepoPath path) {
        return new TreeEdit(path, Optional.empty());
    }
}
