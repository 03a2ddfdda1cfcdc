package io.agent33.sync.api.report;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.validate.SyncValidation;
import java.util.List;
import java.util.Optional;

/**
 * A rule with nothing to apply: how it ends is known already.
 *
 * @param ruleId the rule
 * @param repository its downstream
 * @param outcome how it ends
 * @param notes what a person should know of single paths (S8), in the order of the paths
 * @param validation what the checks say, if they ran
 */
public record Settled(
        String ruleId,
        RepositoryId repository,
        RuleOutcome.NothingToApply outcome,
        List<PathNote> notes,
        Optional<SyncValidation> validation)
        implements RulePlan {
    public Settled {
        notes = List.copyOf(notes);
    }

    /** With nothing to note. */
    public Settled(String ruleId, RepositoryId repository, RuleOutcome.NothingToApply outcome) {
        this(ruleId, repository, outcome, List.of());
    }

    /** Nothing was checked. */
    public Settled(String ruleId, RepositoryId repository, RuleOutcome.NothingToApply outcome, List<PathNote> notes) {
        this(ruleId, repository, outcome, notes, Optional.empty());
    }
}
