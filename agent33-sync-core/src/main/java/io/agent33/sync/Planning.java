package io.agent33.sync;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.apply.Replanning;
import java.time.Duration;

/** Keeps the plans. */
final class Planning implements Work<RulePlan> {
    @Override
    public RulePlan planned(LazyDownstream downstream, SyncRule rule, RulePlan plan, Replanning again) {
        return plan;
    }

    @Override
    public RulePlan ended(SyncRule rule, RuleOutcome.NothingToApply outcome) {
        return new Settled(rule.id(), rule.targetRepo(), outcome);
    }

    @Override
    public void done(RulePlan plan, Duration took) {}
}
