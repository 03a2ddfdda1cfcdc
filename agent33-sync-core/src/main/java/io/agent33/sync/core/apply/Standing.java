package io.agent33.sync.core.apply;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.BranchTip;

/** How the remote branch stands before a push (S11). */
sealed interface Standing {
    /** There is none. */
    record Absent() implements Standing {}

    /** It holds exactly what is planned, on a commit of the base branch. */
    record AsPlanned(BranchTip tip, BranchTip base) implements Standing {}

    /** It is ours and holds something else: it is ours to replace. */
    record Replaceable(BranchTip tip) implements Standing {}

    /** Somebody else has pushed to it. */
    record Foreign(BranchTip tip, String reason) implements Standing {}

    /** It is ours, and says that the release was another commit then. */
    record MovedTag(Objection objection) implements Standing {}
}
