package io.agent33.sync;

import io.agent33.sync.core.plan.Planner;

/**
 * What one trigger makes the engine do.
 *
 * @param planner plans it
 * @param work what becomes of the plans
 * @param <R> what comes out for a rule
 */
record Batch<R>(Planner planner, Work<R> work) {}
