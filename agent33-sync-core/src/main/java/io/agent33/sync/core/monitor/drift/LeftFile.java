package io.agent33.sync.core.monitor.drift;

import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import java.util.Set;

/**
 * A file as a merged sync left it.
 *
 * @param source its upstream path
 * @param target where it was delivered
 * @param state what was put there
 * @param conflict what upstream had said while a conflict came that waits in it for a person; empty if none does
 */
public record LeftFile(String source, RepoPath target, FileState state, Set<ObjectId> conflict) {
    public LeftFile {
        conflict = Set.copyOf(conflict);
    }

    boolean isConflicted() {
        return !conflict.isEmpty();
    }
}
