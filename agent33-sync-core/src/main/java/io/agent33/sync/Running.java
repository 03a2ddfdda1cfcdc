package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.validate.SyncValidation;
import io.agent33.sync.core.apply.Applier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Applies the plans, and tells of it. */
final class Running implements Work<RuleResult> {
    private final Applier applier;
    private final Watch watch;

    Running(Applier applier, Watch watch) {
        this.applier = applier;
        this.watch = watch;
    }

    @Override
    public RuleResult planned(LazyDownstream downstream, SyncRule rule, RulePlan plan) {
        if (plan instanceof Proposal proposal) {
            return result(rule, applier.apply(downstream.get(), proposal), plan.notes(), plan.validation());
        }
        RuleOutcome.NothingToApply outcome = ((Settled) plan).outcome();
        outcome.current().ifPresent(release -> applier.withdraw(downstream.get(), rule, release));
        return result(rule, outcome, plan.notes(), plan.validation());
    }

    @Override
    public RuleResult ended(SyncRule rule, RuleOutcome.NothingToApply outcome) {
        return result(rule, outcome, List.of(), Optional.empty());
    }

    /** Why a proposal would not be pushed for, so far as that shows before. */
    Optional<RuleOutcome> refusal(LazyDownstream downstream, Proposal proposal) {
        return applier.refusal(downstream.get(), proposal);
    }

    static RuleResult result(
            SyncRule rule, RuleOutcome outcome, List<PathNote> notes, Optional<SyncValidation> validation) {
        return new RuleResult(rule.id(), rule.targetRepo(), outcome, notes, validation);
    }

    @Override
    public void done(RuleResult result, Duration took) {
        watch.tell(new SyncEvent.RuleFinished(result, took));
    }
}
