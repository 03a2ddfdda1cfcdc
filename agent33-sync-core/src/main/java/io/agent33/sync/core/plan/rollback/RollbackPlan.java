package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.report.RulePlan;
import java.util.List;

/**
 * A rollback to be.
 *
 * @param plan a proposal, or why there is none
 * @param releases the labels that it takes back, the newest first; none without a proposal
 * @param isTold whether an earlier run has proposed it, with an issue that its entries name
 */
public record RollbackPlan(RulePlan plan, List<String> releases, boolean isTold) {
    public RollbackPlan {
        releases = List.copyOf(releases);
    }

    static RollbackPlan none(RulePlan settled) {
        return new RollbackPlan(settled, List.of(), true);
    }
}
