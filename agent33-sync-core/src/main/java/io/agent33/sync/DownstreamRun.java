package io.agent33.sync;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.apply.Cancellation;
import io.agent33.sync.core.plan.DownstreamPlanner;
import io.agent33.sync.core.plan.DownstreamRules;
import io.agent33.sync.core.plan.Planner;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One downstream's rules, one after the other. Whatever fails costs the rule that met it, or the rules of this
 * downstream, and no more (S14).
 *
 * @param <R> what comes out for a rule
 */
final class DownstreamRun<R> {
    private static final Logger LOG = LoggerFactory.getLogger(DownstreamRun.class);

    private final Planner planner;
    private final DownstreamRepositories downstreams;
    private final BiFunction<LazyDownstream, RulePlan, R> continuation;
    private final BiFunction<SyncRule, RuleOutcome, R> failure;
    private final BooleanSupplier cancelled;

    DownstreamRun(
            Planner planner,
            DownstreamRepositories downstreams,
            BiFunction<LazyDownstream, RulePlan, R> continuation,
            BiFunction<SyncRule, RuleOutcome, R> failure,
            BooleanSupplier cancelled) {
        this.planner = planner;
        this.downstreams = downstreams;
        this.continuation = continuation;
        this.failure = failure;
        this.cancelled = cancelled;
    }

    List<R> work(DownstreamRules group) {
        try (LazyDownstream downstream = new LazyDownstream(downstreams, group.repository())) {
            DownstreamPlanner rules = planner.in(downstream, group);
            return group.asked().stream()
                    .map(rule -> guarded(rule, () -> continuation.apply(downstream, rules.plan(rule))))
                    .toList();
        }
    }

    private R guarded(SyncRule rule, Supplier<R> work) {
        if (cancelled.getAsBoolean()) {
            return failure.apply(rule, Cancellation.outcome(rule.id()));
        }
        try {
            return work.get();
        } catch (RuntimeException e) {
            return failed(rule, e);
        }
    }

    private R failed(SyncRule rule, RuntimeException e) {
        if (e instanceof RepositoryException failed) {
            LOG.debug("rule {} failed", rule.id(), e);
            return failure.apply(
                    rule,
                    new RuleOutcome.Failed(failed.objection(rule.targetRepo().value())));
        }
        LOG.error("rule {} met a defect", rule.id(), e);
        return failure.apply(
                rule,
                new RuleOutcome.Failed(Objection.of(
                        "internal-error", rule.id(), "", String.valueOf(e), "report it with the log's stack trace")));
    }
}
