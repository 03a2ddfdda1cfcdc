package io.agent33.sync;

import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.core.plan.Planner;

/**
 * What one trigger makes a run do.
 *
 * @param planner plans it
 * @param work what becomes of the plans
 */
record Batch(Planner planner, Work<RuleResult> work) {}
