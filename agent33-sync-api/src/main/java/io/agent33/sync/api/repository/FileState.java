package io.agent33.sync.api.repository;

import javax.annotation.Nullable;

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

    // Written out, like hashCode: what Java makes of a record is slow until it is warm, and a short run never gets
    // there.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileState state && mode == state.mode && id.equals(state.id);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + mode.hashCode();
    }
}
