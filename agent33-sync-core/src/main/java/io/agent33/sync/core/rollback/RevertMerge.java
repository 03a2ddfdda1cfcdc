package io.agent33.sync.core.rollback;

import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import java.util.List;

/** Merges one file's contents, by their ids. */
@FunctionalInterface
public interface RevertMerge {
    /** What it came to. */
    sealed interface Outcome {
        /** Both changes have their place. */
        record Clean(ObjectId blob) implements Outcome {}

        /** The blob has markers at these lines. */
        record Conflicted(ObjectId blob, List<Conflict> lines) implements Outcome {
            public Conflicted {
                lines = List.copyOf(lines);
            }
        }

        /** There is nothing to put markers into. */
        record Unmergeable() implements Outcome {}
    }

    /**
     * Called only if all three differ.
     *
     * @param left what the sync left
     * @param now what is there now
     * @param was what was there before the sync
     */
    Outcome merge(RepoPath path, ObjectId left, ObjectId now, ObjectId was);
}
