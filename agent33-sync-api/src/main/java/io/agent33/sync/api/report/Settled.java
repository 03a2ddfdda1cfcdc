package io.agent33.sync.api.report;

import io.agent33.sync.api.repository.RepositoryId;

/**
 * A rule with nothing to apply: how it ends is known already.
 *
 * @param ruleId the rule
 * @param repository its downstream
 * @param outcome how it ends
 */
public record Settled(String ruleId, RepositoryId repository, RuleOutcome.NothingToApply outcome) implements RulePlan {}
