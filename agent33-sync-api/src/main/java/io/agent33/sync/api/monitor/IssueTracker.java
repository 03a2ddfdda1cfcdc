package io.agent33.sync.api.monitor;

import io.agent33.sync.api.repository.RepositoryId;
import java.util.Optional;

/**
 * Issues that tell people of a cause: a rollback, drift, staleness (S12, S13). To be implemented; the default writes them to a
 * folder.
 *
 * <p>A cause is known by its key. Whoever was cut off before it heard the answer asks again: tracking the same draft again writes
 * nothing and is {@link Tracking.Unchanged}, and what is closed already is not closed again. Called from several threads at
 * once; two engines may meet at one cause, and one issue must come of it.
 */
public interface IssueTracker {
    /**
     * Sees to it that exactly one open issue with the draft's key says what the draft says. One that is closed stays so, and
     * another is opened: whoever wants to respect it asks {@link #find} first.
     *
     * @throws io.agent33.sync.api.error.RepositoryException if the forge failed; the next run tries again
     */
    Tracking track(IssueDraft draft);

    /**
     * The issue of a cause: the open one, else the one that was opened last.
     *
     * @throws io.agent33.sync.api.error.RepositoryException if the forge failed; the next run tries again
     */
    Optional<Issue> find(RepositoryId repository, String key);

    /**
     * Closes the open issue of a cause that is gone.
     *
     * @param reason one line for who reads it then
     * @return the issue, closed now; empty if none was open
     * @throws io.agent33.sync.api.error.RepositoryException if the forge failed; the next run tries again
     */
    Optional<Issue> close(RepositoryId repository, String key, String reason);
}
