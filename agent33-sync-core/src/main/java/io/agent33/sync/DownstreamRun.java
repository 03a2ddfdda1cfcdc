package io.agent33.sync;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.apply.Cancellation;
import io.agent33.sync.core.plan.DownstreamRules;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One downstream's rules, one after the other. Whatever fails costs the rule that met it and no more (S14).
 *
 * @param <R> what comes out for a rule
 */
final class DownstreamRun<R> {
    private static final Logger LOG = LoggerFactory.getLogger(DownstreamRun.class);

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
        watch.tell(new SyncEvent.DownstreamStarted(
                group.repository(), group.asked().stream().map(SyncRule::id).toList()));
        try (LazyDownstream downstream = new LazyDownstream(downstreams, group.repository(), watch)) {
            Watch.Lap lap = watch.lap(downstream::traffic);
            Function<SyncRule, RulePlan> planning = plans.in(downstream, group);
            List<R> results = group.asked().stream()
                    .map(rule ->
                            guarded(rule, () -> work.planned(downstream, rule, planned(downstream, planning, rule))))
                    .toList();
            Traffic traffic = lap.traffic();
            watch.tell(new SyncEvent.DownstreamFinished(group.repository(), lap.took(), traffic));
            return new Results<>(results, traffic);
        }
    }

    private RulePlan planned(LazyDownstream downstream, Function<SyncRule, RulePlan> planning, SyncRule rule) {
        Watch.Lap lap = watch.lap(downstream::traffic);
        RulePlan plan = planning.apply(rule);
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
        } catch (RepositoryException e) {
            LOG.debug("rule {} failed", rule.id(), e);
            return work.ended(
                    rule, new RuleOutcome.Failed(e.objection(rule.targetRepo().value())));
        } catch (OutOfMemoryError e) {
            return work.ended(rule, new RuleOutcome.Failed(outOfMemory(rule)));
        } catch (RuntimeException | Error e) {
            // A plugin's defect, even a stack overflow, costs its own rule and no more.
            LOG.error("rule {} met a defect", rule.id(), e);
            Objection objection = Objection.of(
                    "internal-error", rule.id(), "", String.valueOf(e), "report it with the log's stack trace");
            return work.ended(rule, new RuleOutcome.Failed(objection));
        }
    }

    private static Objection outOfMemory(SyncRule rule) {
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        return Objection.of(
                "out-of-memory",
                rule.id(),
                "",
                "the heap of " + mebibytes + " MiB is too small for what it delivers",
                "give Java a larger one (-Xmx), or work on fewer downstreams at once");
    }
}
