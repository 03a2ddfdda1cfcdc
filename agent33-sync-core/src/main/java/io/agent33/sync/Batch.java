package io.agent33.sync;

import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.plan.DownstreamRules;
import io.agent33.sync.core.plan.Planner;
import java.util.List;
import java.util.function.Function;

/**
 * What one trigger, or one request, makes the engine do.
 *
 * @param downstreams with the rules that it is about
 * @param plans who plans them
 * @param work what becomes of the plans
 * @param <R> what comes out for a rule
 */
record Batch<R>(List<DownstreamRules> downstreams, Plans plans, Work<R> work) {
    /** Plans the rules of one downstream, one after the other. */
    @FunctionalInterface
    interface Plans {
        Function<SyncRule, RulePlan> in(LazyDownstream downstream, DownstreamRules group);
    }

    Batch {
        downstreams = List.copyOf(downstreams);
    }

    static <R> Batch<R> of(Planner planner, Work<R> work) {
        return new Batch<>(planner.downstreams(), (downstream, group) -> planner.in(downstream, group)::plan, work);
    }
}
