package io.agent33.sync.api.report;

import io.agent33.sync.api.repository.RepositoryId;

/** What a plan holds for one rule. */
public sealed interface RulePlan permits Proposal, Settled {
    /** The rule. */
    String ruleId();

    /** Its downstream. */
    RepositoryId repository();
}
