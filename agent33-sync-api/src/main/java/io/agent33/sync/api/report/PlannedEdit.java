package io.agent33.sync.api.report;

import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEdit;
import java.util.Optional;

/**
 * One path that a sync changes, and what it expects to find there.
 *
 * @param path where
 * @param source the upstream path whose delivery this is; empty for the engine's own files (state)
 * @param before what the plan saw there; empty if nothing
 * @param after what shall be there; empty to delete
 */
public record PlannedEdit(
        RepoPath path, Optional<String> source, Optional<FileState> before, Optional<FileState> after) {
    /** How a file changes, as the pull request counts it. */
    public enum Kind {
        ADDED,
        MODIFIED,
        REMOVED
    }

    /** @throws IllegalArgumentException if nothing changes */
    public PlannedEdit {
        if (before.equals(after)) {
            throw new IllegalArgumentException("an edit that changes nothing at " + path);
        }
    }

    /** Which of the three it is. */
    public Kind kind() {
        return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.MODIFIED;
    }

    /** Whether it is a delivered file, not the engine's own. */
    public boolean delivered() {
        return source.isPresent();
    }

    /** The edit without what it expects. */
    public TreeEdit edit() {
        return new TreeEdit(path, after);
    }
}
