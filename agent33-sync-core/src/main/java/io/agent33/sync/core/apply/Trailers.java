package io.agent33.sync.core.apply;

import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import java.util.Optional;

/** The lines at the end of a commit message that tell whose commit it is and what it delivers (S11). */
final class Trailers {
    private static final String RULE = "Agent33-Rule";
    private static final String RELEASE = "Agent33-Release";
    private static final String COMMIT = "Agent33-Commit";
    private static final String TREE = "Agent33-Tree";

    private Trailers() {}

    /** The whole commit message of a proposal. */
    static String message(Proposal proposal, ObjectId tree) {
        return proposal.text().title()
                + "\n\n"
                + RULE + ": " + proposal.ruleId() + "\n"
                + RELEASE + ": " + proposal.release().label() + "\n"
                + COMMIT + ": " + proposal.release().commit() + "\n"
                + TREE + ": " + tree + "\n";
    }

    /** Whether the commit is the engine's for this rule, and its tree the one that it names. */
    static boolean areOf(Commit commit, String ruleId) {
        return commit.trailer(RULE).filter(ruleId::equals).isPresent()
                && commit.trailer(RELEASE).isPresent()
                && commit.trailer(TREE).filter(commit.tree().hex()::equals).isPresent();
    }

    /** The upstream commit that it delivers. */
    static Optional<String> upstreamCommit(Commit commit) {
        return commit.trailer(COMMIT);
    }
}
