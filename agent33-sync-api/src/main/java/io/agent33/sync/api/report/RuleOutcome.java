package io.agent33.sync.api.report;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.repository.BranchTip;
import java.util.List;

/** How a run ended for one rule: exactly one of these (S14). */
public sealed interface RuleOutcome {
    /** A branch was pushed or a pull request was opened or updated. */
    record Proposed(BranchTip head, FileCounts files, Publication publication) implements RuleOutcome {}

    /** The pull request of an earlier run waits, and says what it should; nothing was written. */
    record Waiting(BranchTip head, FileCounts files, Publication publication) implements RuleOutcome {}

    /** The merged content is what would be delivered; nothing was written. */
    record Current(String release) implements RuleOutcome {}

    /** The rule was not due. */
    record Skipped(String reason) implements RuleOutcome {}

    /** The rule's sync must not happen as things stand; nothing was written. */
    record Blocked(List<Objection> objections) implements RuleOutcome {
        public Blocked {
            objections = List.copyOf(objections);
        }
    }

    /** A person has pushed to the branch, or closed its pull request: it is theirs now; nothing was written. */
    record LeftAlone(String branch, String reason) implements RuleOutcome {}

    /** The world failed; the next run tries again. */
    record Failed(Objection objection) implements RuleOutcome {}

    /** Whether an operator has to look: the run's exit status follows from it. */
    default boolean needsAttention() {
        return this instanceof Blocked || this instanceof Failed;
    }
}
