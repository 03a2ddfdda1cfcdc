package io.agent33.sync.api.report;

import io.agent33.sync.api.repository.RepositoryId;
import java.util.List;

/**
 * One rule's outcome.
 *
 * @param ruleId the rule
 * @param repository its downstream
 * @param outcome how it ended
 * @param notes what a person should know of single paths (S8), in the order of the paths
 */
public record RuleResult(String ruleId, RepositoryId repository, RuleOutcome outcome, List<PathNote> notes) {
    public RuleResult {
        notes = List.copyOf(notes);
    }

    /** With nothing to note. */
    public RuleResult(String ruleId, RepositoryId repository, RuleOutcome outcome) {
        this(ruleId, repository, outcome, List.of());
    }
}
