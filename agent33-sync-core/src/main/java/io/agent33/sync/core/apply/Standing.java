package io.agent33.sync.core.apply;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.Approval;
import io.agent33.sync.api.repository.BranchTip;
import java.util.Optional;

/** How the remote branch stands before a push (S11). */
sealed interface Standing {
    /** There is none. */
    record Absent() implements Standing {}

    /**
     * It holds exactly what is planned, on a commit of the base branch.
     *
     * @param approval of this very plan, if it was pushed with one
     */
    record AsPlanned(BranchTip tip, BranchTip base, Optional<Approval> approval) implements Standing {}

    /** It is ours and holds something else: it is ours to replace. */
    record Replaceable(BranchTip tip) implements Standing {}

    /** Somebody else has pushed to it. */
    record Foreign(BranchTip tip, String reason) implements Standing {}

    /** It is ours, and says that the release was another commit then. */
    record MovedTag(Objection objection) implements Standing {}

    /** The tip in whose place a push puts another commit. */
    static Optional<BranchTip> replaced(Standing standing) {
        if (standing instanceof Replaceable replaceable) {
            return Optional.of(replaceable.tip());
        }
        return standing instanceof AsPlanned asPlanned ? Optional.of(asPlanned.tip()) : Optional.empty();
    }
}
