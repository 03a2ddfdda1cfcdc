package io.agent33.sync;

import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.plan.DownstreamPlanner;
import io.agent33.sync.core.plan.Replanned;

/** Plans the rules of one downstream, one after the other. */
@FunctionalInterface
interface RulePlanner {
    RulePlan plan(SyncRule rule);

    /** What was planned by it, made a second time for the checksum (S7). */
    default Replanned again(Proposal proposal) {
        throw new IllegalStateException("a plan for " + proposal.purpose() + " has no checksum");
    }

    static RulePlanner of(DownstreamPlanner planner) {
        return new RulePlanner() {
            @Override
            public RulePlan plan(SyncRule rule) {
                return planner.plan(rule);
            }

            @Override
            public Replanned again(Proposal proposal) {
                return planner.again(proposal);
            }
        };
    }
}
