package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.apply.Cancellation;
import io.agent33.sync.core.log.LogContext;
import io.agent33.sync.core.plan.DownstreamRules;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One downstream's rules, one after the other. Whatever fails costs the rule that met it and no more (S14).
 *
 * @param <R> what comes out for a rule
 */
final class DownstreamRun<R> {
    private final Batch.Plans plans;
    private final DownstreamRepositories downstreams;
    private final Work<R> work;
    private final BooleanSupplier cancelled;
    private final Watch watch;

    DownstreamRun(Batch<R> batch, DownstreamRepositories downstreams, BooleanSupplier cancelled, Watch watch) {
        this.plans = batch.plans();
        this.downstreams = downstreams;
        this.work = batch.work();
        this.cancelled = cancelled;
        this.watch = watch;
    }

    /** What came out for each rule, and what it cost in all. */
    record Results<R>(List<R> results, Traffic traffic) {}

    Results<R> results(DownstreamRules group) {
        return LogContext.about(LogContext.DOWNSTREAM, group.repository().value(), () -> worked(group));
    }

    private Results<R> worked(DownstreamRules group) {
        watch.tell(new SyncEvent.DownstreamStarted(
                group.repository(), group.asked().stream().map(SyncRule::id).toList()));
        try (LazyDownstream downstream = new LazyDownstream(downstreams, group.repository(), watch)) {
            Watch.Lap lap = watch.lap(downstream::traffic);
            RulePlanner planning = plans.in(downstream, group);
            List<R> results = group.asked().stream()
                    .map(rule -> LogContext.about(
                            LogContext.RULE, rule.id(), () -> guarded(rule, () -> worked(downstream, planning, rule))))
                    .toList();
            Traffic traffic = lap.traffic();
            watch.tell(new SyncEvent.DownstreamFinished(group.repository(), lap.took(), traffic));
            return new Results<>(results, traffic);
        }
    }

    private R worked(LazyDownstream downstream, RulePlanner planning, SyncRule rule) {
        RulePlan plan = planned(downstream, planning, rule);
        Optional<String> release = plan instanceof Proposal proposal
                ? Optional.of(proposal.release().label())
                : Optional.empty();
        return LogContext.about(
                LogContext.RELEASE, release, () -> work.planned(downstream, rule, plan, planning::again));
    }

    private RulePlan planned(LazyDownstream downstream, RulePlanner planning, SyncRule rule) {
        Watch.Lap lap = watch.lap(downstream::traffic);
        RulePlan plan = planning.plan(rule);
        watch.tell(new SyncEvent.RulePlanned(plan, lap.took(), lap.traffic()));
        return plan;
    }

    private R guarded(SyncRule rule, Supplier<R> step) {
        Watch.Lap lap = watch.lap();
        R result = cancelled.getAsBoolean() ? work.ended(rule, Cancellation.outcome(rule.id())) : attempt(rule, step);
        work.done(result, lap.took());
        return result;
    }

    private R attempt(SyncRule rule, Supplier<R> step) {
        try {
            return step.get();
        } catch (RuntimeException | Error e) {
            return work.ended(rule, new RuleOutcome.Failed(Mishap.objection(rule, e)));
        }
    }
}
