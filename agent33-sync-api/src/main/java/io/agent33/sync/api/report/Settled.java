package io.agent33.sync.api.report;

import io.agent33.sync.api.repository.RepositoryId;

/**
 * A rule with nothing to apply: the outcome is known already.
 *
 * @param outcome {@link RuleOutcome.Current}, {@link RuleOutcome.Skipped}, {@link RuleOutcome.Blocked} or
 *     {@link RuleOutcome.Failed}
 */
public record Settled(String ruleId, RepositoryId repository, RuleOutcome outcome) implements RulePlan {}
