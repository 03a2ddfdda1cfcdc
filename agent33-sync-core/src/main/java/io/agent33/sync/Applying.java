package io.agent33.sync;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.apply.Replanning;
import io.agent33.sync.core.plan.PlanComparison;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Applies what a saved plan proposes, if planning again gives the same (S2). */
final class Applying implements Work<RuleResult> {
    private final Map<String, Proposal> saved;
    private final Running running;

    /** @param saved by the ids of their rules */
    Applying(Map<String, Proposal> saved, Running running) {
        this.saved = saved;
        this.running = running;
    }

    @Override
    public RuleResult planned(LazyDownstream downstream, SyncRule rule, RulePlan now, Replanning again) {
        Proposal wanted = saved.get(rule.id());
        if (wanted == null) {
            throw new IllegalStateException("rule " + rule.id() + " is not in the saved plan");
        }
        List<Objection> moved = PlanComparison.between(wanted, now);
        return moved.isEmpty()
                ? running.planned(downstream, rule, now, again)
                : ended(rule, new RuleOutcome.Blocked(moved));
    }

    @Override
    public RuleResult ended(SyncRule rule, RuleOutcome.NothingToApply outcome) {
        return running.ended(rule, outcome);
    }

    @Override
    public void done(RuleResult result, Duration took) {
        running.done(result, took);
    }
}
