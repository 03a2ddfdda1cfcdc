package io.agent33.sync.core.plan.reconcile;

import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.api.rule.OnExisting;

/**
 * What holds for all paths of one sync.
 *
 * @param onDrift what becomes of edits at the target
 * @param onExisting what becomes of files that nobody delivered
 * @param previous the label of the release that is merged; that of the new one before the first sync
 * @param release the label of the new release
 */
public record Policy(OnDrift onDrift, OnExisting onExisting, String previous, String release) {}
