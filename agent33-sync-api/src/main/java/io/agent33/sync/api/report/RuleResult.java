package io.agent33.sync.api.report;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.validate.SyncValidation;
import java.util.List;
import java.util.Optional;

/**
 * One rule's outcome.
 *
 * @param ruleId the rule
 * @param repository its downstream
 * @param outcome how it ended
 * @param notes what a person should know of single paths (S8), in the order of the paths
 * @param validation what the checks say, if they ran
 */
public record RuleResult(
        String ruleId,
        RepositoryId repository,
        RuleOutcome outcome,
        List<PathNote> notes,
        Optional<SyncValidation> validation) {
    public RuleResult {
        notes = List.copyOf(notes);
    }

    /** Nothing was checked. */
    public RuleResult(String ruleId, RepositoryId repository, RuleOutcome outcome, List<PathNote> notes) {
        this(ruleId, repository, outcome, notes, Optional.empty());
    }

    /** With nothing to note. */
    public RuleResult(String ruleId, RepositoryId repository, RuleOutcome outcome) {
        this(ruleId, repository, outcome, List.of(), Optional.empty());
    }
}
