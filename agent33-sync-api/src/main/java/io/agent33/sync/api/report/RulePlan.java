package io.agent33.sync.api.report;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.validate.SyncValidation;
import java.util.List;
import java.util.Optional;

/** What a plan holds for one rule. */
public sealed interface RulePlan permits Proposal, Settled {
    /** The rule. */
    String ruleId();

    /** Its downstream. */
    RepositoryId repository();

    /** What a person should know of single paths (S8), in the order of the paths. */
    List<PathNote> notes();

    /** What the checks say; empty if nothing was there to be checked. */
    Optional<SyncValidation> validation();
}
