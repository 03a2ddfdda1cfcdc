package io.agent33.sync;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.apply.Replanning;
import java.time.Duration;

/**
 * What becomes of each rule's plan: the one difference between planning and running.
 *
 * @param <R> what comes out for a rule
 */
interface Work<R> {
    /**
     * The rule was planned.
     *
     * @param again who plans it a second time, if that is asked for
     */
    R planned(LazyDownstream downstream, SyncRule rule, RulePlan plan, Replanning again);

    /** The rule was not planned, or {@link #planned} threw. */
    R ended(SyncRule rule, RuleOutcome.NothingToApply outcome);

    /** The rule is done; all of it took so long. */
    void done(R result, Duration took);
}
