package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.rule.SyncRule;

/** A rule that is to be synced now, and to what (S10). */
public record DueRule(SyncRule rule, Release release) {}
