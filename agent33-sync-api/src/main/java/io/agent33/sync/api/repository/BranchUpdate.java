package io.agent33.sync.api.repository;

import java.util.Optional;

/** How an attempt to move or delete a branch ended. */
public sealed interface BranchUpdate {
    /**
     * It took effect, or had already: the branch is as asked.
     *
     * @param commit the branch's tip after a push; the tip that it had, as the caller expected it, after a deletion
     */
    record Done(ObjectId commit) implements BranchUpdate {}

    /**
     * The branch did not point where it was expected; nothing was changed.
     *
     * @param actual where it points; empty if there is no such branch
     */
    record Stale(Optional<ObjectId> actual) implements BranchUpdate {}

    /** The repository refused (branch protection, a hook, an archived repository); nothing was changed. */
    record Refused(String reason) implements BranchUpdate {}
}
