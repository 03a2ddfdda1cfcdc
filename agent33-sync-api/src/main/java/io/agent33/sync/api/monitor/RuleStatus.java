package io.agent33.sync.api.monitor;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one rule stands in its downstream: a row of the specification's registry, and what staleness is told by (S13).
 *
 * @param ruleId the rule
 * @param repository its downstream
 * @param strategy as the rule has it
 * @param frequency as the rule has it
 * @param standing the status
 * @param lastSync the last success that the journal shows, else the commit that last changed the manifest; empty if there is
 *     neither
 * @param version the label of the release that is merged; empty if none is, or it cannot be read
 * @param latest the label of the release that would be delivered now; empty if there is none, or it cannot be read
 * @param releasesMissed how many releases newer than the merged one have other content for this rule than the one before them
 * @param failures how many attempts in a row failed, the last ones
 * @param lastError what the last attempt that failed said, one line; empty if the last did not
 * @param pullRequest the branch of the open pull request that brings it up to date
 * @param drift what of the merged content is no longer as the sync left it
 * @param trouble why its downstream cannot be read now, so that no more is known than the journal says; or why the rule is blocked
 * @param threshold what its staleness may come to
 * @param owners of its delivered files by the downstream's CODEOWNERS, where somebody has to see to something; at most ten
 */
public record RuleStatus(
        String ruleId,
        RepositoryId repository,
        Strategy strategy,
        Frequency frequency,
        Standing standing,
        Optional<Instant> lastSync,
        Optional<String> version,
        Optional<String> latest,
        int releasesMissed,
        int failures,
        Optional<String> lastError,
        Optional<String> pullRequest,
        DriftOutcome drift,
        Optional<Objection> trouble,
        Threshold threshold,
        List<String> owners) {
    public RuleStatus {
        owners = List.copyOf(owners);
    }

    /** How long ago the last sync is; empty if there was none. */
    public Optional<Duration> age(Instant now) {
        return lastSync.map(last -> Duration.between(last, now));
    }

    /** Whether the last sync is longer ago than it may be, though there is something newer to sync. */
    public boolean isOverAge(Instant now) {
        return standing != Standing.CURRENT
                && age(now).filter(age -> age.compareTo(threshold.age()) > 0).isPresent();
    }
}
