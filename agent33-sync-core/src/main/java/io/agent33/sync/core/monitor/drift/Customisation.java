package io.agent33.sync.core.monitor.drift;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import java.util.Optional;
import java.util.Set;

/** What of a difference the downstream was free to make. Asked only where there is one. */
public interface Customisation {
    /** Whether it does not want the file of an upstream path any more (S8). */
    boolean optedOut(String source);

    /** Where a change of an upstream path's file survives; empty if it has no such place. */
    Optional<RepoPath> place(String source);

    /**
     * Whether conflict markers of the engine are left in a file.
     *
     * @param upstreams content whose own lines are none, whatever they look like
     */
    boolean holdsMarkers(ObjectId blob, Set<ObjectId> upstreams);
}
