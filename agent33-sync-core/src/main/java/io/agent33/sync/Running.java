package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.event.SyncListener;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.apply.Applier;

/** Applies the plans, and tells of it. */
final class Running implements Work<RuleResult> {
    private final Applier applier;
    private final SyncListener listener;

    Running(Applier applier, SyncListener listener) {
        this.applier = applier;
        this.listener = listener;
    }

    @Override
    public RuleResult planned(LazyDownstream downstream, SyncRule rule, RulePlan plan) {
        if (plan instanceof Proposal proposal) {
            return result(rule, applier.apply(downstream.get(), proposal));
        }
        RuleOutcome.NothingToApply outcome = ((Settled) plan).outcome();
        outcome.current().ifPresent(release -> applier.withdraw(downstream.get(), rule, release));
        return ended(rule, outcome);
    }

    @Override
    public RuleResult ended(SyncRule rule, RuleOutcome.NothingToApply outcome) {
        return result(rule, outcome);
    }

    private static RuleResult result(SyncRule rule, RuleOutcome outcome) {
        return new RuleResult(rule.id(), rule.targetRepo(), outcome);
    }

    @Override
    public void done(RuleResult result) {
        listener.on(new SyncEvent.RuleFinished(result));
    }
}
