package io.agent33.sync.api.publish;

import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.Optional;

/**
 * Makes pull requests of pushed branches. To be implemented; the default writes the text to a folder.
 *
 * <p>Finding, updating, superseding and leaving alone is the publisher's own business (S11). The engine calls it also
 * when the branch was already there, since an earlier run may have been cut off before it got here: publishing the same
 * draft again writes nothing and is {@link Publication.Unchanged}. Called from several threads at once, never for one
 * rule and downstream at the same time.
 */
@FunctionalInterface
public interface PullRequestPublisher {
    /**
     * Sees to it that exactly one pull request says what the draft says.
     *
     * @throws io.agent33.sync.api.error.RepositoryException if the forge failed; the next run tries again
     */
    Publication publish(PullRequestDraft draft);

    /**
     * Asked before anything is pushed: whether no pull request may be opened for this release, since a person closed it
     * (S11). What is declined here leaves no branch behind.
     *
     * @return why not; empty, which is the default, to go on
     * @throws io.agent33.sync.api.error.RepositoryException if the forge failed; the next run tries again
     */
    default Optional<Publication.Declined> declines(RepositoryId repository, String ruleId, Release release) {
        return Optional.empty();
    }

    /**
     * Told before the engine deletes a branch that proposes what is no longer wanted, since the merged content is right
     * again: closes the pull request from that branch, if there is one that is open. Told again by the next run if this
     * one is cut off. The default does nothing, which is right where deleting a branch closes its pull request.
     *
     * @param head the branch and its tip
     * @throws io.agent33.sync.api.error.RepositoryException if the forge failed; the branch stays, and the next run tries
     *     again
     */
    default void withdraw(RepositoryId repository, String ruleId, BranchTip head) {}
}
