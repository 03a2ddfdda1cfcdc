package io.agent33.sync.api.report;

import io.agent33.sync.api.repository.RepositoryId;

/**
 * One rule's outcome.
 *
 * @param ruleId the rule
 * @param repository its downstream
 * @param outcome how it ended
 */
public record RuleResult(String ruleId, RepositoryId repository, RuleOutcome outcome) {}
