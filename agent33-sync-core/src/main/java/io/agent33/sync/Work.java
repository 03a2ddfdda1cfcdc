package io.agent33.sync;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.rule.SyncRule;

/**
 * What becomes of each rule's plan: the one difference between planning and running.
 *
 * @param <R> what comes out for a rule
 */
interface Work<R> {
    /** The rule was planned. */
    R planned(LazyDownstream downstream, SyncRule rule, RulePlan plan);

    /** The rule was not planned, or {@link #planned} threw. */
    R ended(SyncRule rule, RuleOutcome.NothingToApply outcome);

    /** The rule is done. */
    void done(R result);
}
