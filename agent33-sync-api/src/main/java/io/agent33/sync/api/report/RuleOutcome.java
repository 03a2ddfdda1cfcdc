package io.agent33.sync.api.report;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.repository.BranchTip;
import java.util.List;
import java.util.Optional;

/** How a run ended for one rule: exactly one of these (S14). */
public sealed interface RuleOutcome {
    /**
     * Whether an operator has to look: the run's exit status follows from it. What waits for somebody else, such as a pull
     * request for its reviewers, does not need the operator.
     */
    boolean needsAttention();

    /**
     * A rule that has nothing to apply, as a plan already tells. A run may end in these too, for a reason that shows only
     * when the plan is applied.
     */
    sealed interface NothingToApply extends RuleOutcome {
        /** The label of the release (S10) that the merged content is known to equal, if that is why. */
        default Optional<String> current() {
            return Optional.empty();
        }
    }

    /**
     * A branch was pushed, or a pull request was opened or updated.
     *
     * @param head the branch and its tip
     * @param files how many delivered files it changes
     * @param publication what became of the pull request
     */
    record Proposed(BranchTip head, FileCounts files, Publication publication) implements RuleOutcome {
        @Override
        public boolean needsAttention() {
            return false;
        }
    }

    /** The pull request of an earlier run waits, and says what it should; nothing was written. */
    record Waiting(BranchTip head, FileCounts files, Publication publication) implements RuleOutcome {
        @Override
        public boolean needsAttention() {
            return false;
        }
    }

    /**
     * The branch is not the engine's to replace (a person has pushed to it, or the history that it stands on was rewritten),
     * or a person closed its pull request; nothing was written.
     */
    record LeftAlone(String branch, String reason) implements RuleOutcome {
        @Override
        public boolean needsAttention() {
            return false;
        }
    }

    /**
     * The merged content is what would be delivered; nothing was written.
     *
     * @param release the label of the release (S10), as {@link io.agent33.sync.api.repository.Release#label} gives it
     */
    record Current(String release) implements NothingToApply {
        @Override
        public Optional<String> current() {
            return Optional.of(release);
        }

        @Override
        public boolean needsAttention() {
            return false;
        }
    }

    /**
     * The rule was not due; nothing was written.
     *
     * @param current present if no matched file changed
     */
    record Skipped(String reason, Optional<String> current) implements NothingToApply {
        /** For any reason but that no matched file changed. */
        public Skipped(String reason) {
            this(reason, Optional.empty());
        }

        @Override
        public boolean needsAttention() {
            return false;
        }
    }

    /**
     * The rule's sync must not happen as things stand; nothing was written.
     *
     * @param objections at least one
     */
    record Blocked(List<Objection> objections) implements NothingToApply {
        public Blocked {
            objections = List.copyOf(objections);
        }

        @Override
        public boolean needsAttention() {
            return true;
        }
    }

    /**
     * The world failed, a plugin did, or the run was interrupted, maybe after a step had taken effect; the next run finds
     * what is there and goes on.
     */
    record Failed(Objection objection) implements NothingToApply {
        @Override
        public boolean needsAttention() {
            return true;
        }
    }
}
