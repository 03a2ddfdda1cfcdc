package io.agent33.sync.api.repository;

/**
 * What lies at a path: a file's mode and content.
 *
 * @param mode any but {@link FileMode#FOLDER}
 * @param id the blob; the commit of a submodule
 */
public record FileState(FileMode mode, ObjectId id) {
    public FileState {
        if (mode == FileMode.FOLDER) {
            throw new IllegalArgumentException("a folder is not a file's state");
        }
    }
}
