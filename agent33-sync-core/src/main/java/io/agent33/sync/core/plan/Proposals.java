package io.agent33.sync.core.plan;

import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.util.List;

/** What was planned beside a run. */
public final class Proposals {
    private Proposals() {}

    /** One rule's as a whole plan, to be printed like any other. */
    public static SyncPlan plan(SyncTrigger trigger, RulePlan plan) {
        List<Proposal> proposals = plan instanceof Proposal proposal ? List.of(proposal) : List.of();
        return new SyncPlan(trigger, List.of(plan), List.of(), ProposalDigest.of(proposals));
    }
}
