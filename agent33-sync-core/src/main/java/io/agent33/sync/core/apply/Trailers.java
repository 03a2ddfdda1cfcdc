package io.agent33.sync.core.apply;

import io.agent33.sync.api.report.Approval;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import java.util.Optional;

/** The lines at the end of a commit message that tell whose commit it is and what it delivers (S11). */
final class Trailers {
    private static final String RULE = "Agent33-Rule";
    private static final String COMMIT = "Agent33-Commit";
    private static final String TREE = "Agent33-Tree";
    private static final String APPROVED_BY = "Agent33-Approved-By";
    private static final String APPROVED_PLAN = "Agent33-Approved-Plan";
    private static final String APPROVED_CHANGE = "Agent33-Approved-Change";

    private Trailers() {}

    /** The whole commit message of a proposal. */
    static String message(Proposal proposal, ObjectId tree, Optional<Approval> approval) {
        return proposal.text().title()
                + "\n\n"
                + RULE + ": " + proposal.ruleId() + "\n"
                + proposal.purpose().trailer() + ": " + proposal.release().label() + "\n"
                + delivered(proposal.release().commit())
                + TREE + ": " + tree + "\n"
                + approval.map(given -> approved(given, proposal)).orElse("");
    }

    /** What nobody knows any more is not told. */
    private static String delivered(ObjectId commit) {
        return commit.isNone() ? "" : COMMIT + ": " + commit + "\n";
    }

    private static String approved(Approval approval, Proposal proposal) {
        return APPROVED_BY + ": " + approval.by() + "\n"
                + APPROVED_PLAN + ": " + approval.plan() + "\n"
                + APPROVED_CHANGE + ": " + proposal.digest() + "\n";
    }

    /** The approval of exactly this proposal, if the commit was made with one: later runs tell it on. */
    static Optional<Approval> approval(Commit commit, Proposal proposal) {
        if (commit.trailer(APPROVED_CHANGE).filter(proposal.digest()::equals).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Approval(
                    commit.trailer(APPROVED_PLAN).orElse(""),
                    commit.trailer(APPROVED_BY).orElse("")));
        } catch (IllegalArgumentException e) {
            // Not as this engine writes it.
            return Optional.empty();
        }
    }

    /** Whether the commit is the engine's for this rule and purpose, and its tree the one that it names. */
    static boolean areOf(Commit commit, String ruleId, Purpose purpose) {
        return commit.trailer(RULE).filter(ruleId::equals).isPresent()
                && commit.trailer(purpose.trailer()).isPresent()
                && commit.trailer(TREE).filter(commit.tree().hex()::equals).isPresent();
    }

    /** The upstream commit that it delivers. */
    static Optional<String> upstreamCommit(Commit commit) {
        return commit.trailer(COMMIT);
    }
}
