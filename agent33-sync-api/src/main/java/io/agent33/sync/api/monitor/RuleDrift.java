package io.agent33.sync.api.monitor;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.Optional;

/**
 * One rule's drift.
 *
 * @param ruleId the rule
 * @param repository its downstream
 * @param outcome what was found
 * @param issue that tells the downstream of it, open; or that told of it and was closed just now; empty if there is none, or if
 *     nobody asked for one
 * @param untold why the issue could not be seen to, which the next check does; empty if it was, or nobody asked for one
 */
public record RuleDrift(
        String ruleId,
        RepositoryId repository,
        DriftOutcome outcome,
        Optional<Issue> issue,
        Optional<Objection> untold) {
    /** What was found where nobody asked for an issue. */
    public RuleDrift(String ruleId, RepositoryId repository, DriftOutcome outcome) {
        this(ruleId, repository, outcome, Optional.empty(), Optional.empty());
    }

    /** Whether somebody has to see to it. */
    public boolean needsAttention() {
        return untold.isPresent() || outcome instanceof DriftOutcome.Drifted || outcome instanceof DriftOutcome.Failed;
    }
}
