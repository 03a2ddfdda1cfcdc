package io.agent33.sync.api.monitor;

import io.agent33.sync.api.repository.RepositoryId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something that somebody has to see to (the specification's "Failure Notifications"). Of one type a rule has at most one that is
 * open.
 *
 * @param type what kind of trouble it is
 * @param ruleId the rule
 * @param repository its downstream
 * @param detectedAt when it was first seen as it is now
 * @param details what was found, one line
 * @param actionRequired what to do about it, one line
 * @param audience for whom it is meant
 * @param owners of the delivered files by the downstream's CODEOWNERS, as they stand there; none if it names none
 */
public record SyncAlert(
        Type type,
        String ruleId,
        RepositoryId repository,
        Instant detectedAt,
        String details,
        String actionRequired,
        Set<Audience> audience,
        List<String> owners) {
    public SyncAlert {
        audience = Set.copyOf(audience);
        owners = List.copyOf(owners);
    }

    /** What kind of trouble it is. */
    public enum Type {
        /** Too many attempts in a row failed. */
        FAILURE,
        /** The last sync is too long ago, or too many releases were missed. */
        STALENESS,
        /** Delivered files are not as the last merged sync left them. */
        DRIFT;

        /** As the specification writes it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** To whom it is escalated. */
    public enum Audience {
        /** Who operates the engine. */
        ORCHESTRATOR,
        /** Who owns the downstream. */
        REPOSITORY_OWNER
    }
}
