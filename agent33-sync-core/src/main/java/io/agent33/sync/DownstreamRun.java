package io.agent33.sync;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.apply.Cancellation;
import io.agent33.sync.core.plan.DownstreamPlanner;
import io.agent33.sync.core.plan.DownstreamRules;
import io.agent33.sync.core.plan.Planner;
import java.util.List;
import java.util.function.BooleanSupplier;
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

    private final Planner planner;
    private final DownstreamRepositories downstreams;
    private final Work<R> work;
    private final BooleanSupplier cancelled;

    DownstreamRun(Planner planner, DownstreamRepositories downstreams, Work<R> work, BooleanSupplier cancelled) {
        this.planner = planner;
        this.downstreams = downstreams;
        this.work = work;
        this.cancelled = cancelled;
    }

    List<R> results(DownstreamRules group) {
        try (LazyDownstream downstream = new LazyDownstream(downstreams, group.repository())) {
            DownstreamPlanner rules = planner.in(downstream, group);
            return group.asked().stream()
                    .map(rule -> guarded(rule, () -> work.planned(downstream, rule, rules.plan(rule))))
                    .toList();
        }
    }

    private R guarded(SyncRule rule, Supplier<R> step) {
        R result = cancelled.getAsBoolean() ? work.ended(rule, Cancellation.outcome(rule.id())) : attempt(rule, step);
        work.done(result);
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
