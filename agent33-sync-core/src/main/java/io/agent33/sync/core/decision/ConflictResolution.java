package io.agent33.sync.core.decision;

import java.time.LocalDate;

/**
 * A conflict that a person resolved (the specification's "Manual Conflict Resolution").
 *
 * @param date of the resolving commit
 * @param syncVersion the release whose sync was in conflict
 * @param file the target path
 * @param decision {@link DecisionPhrase}
 * @param resolvedBy the resolving commit's author
 */
public record ConflictResolution(LocalDate date, String syncVersion, String file, String decision, String resolvedBy)
        implements Decision {
    public ConflictResolution {
        syncVersion = InertValue.of(syncVersion);
        file = InertValue.of(file);
        decision = InertValue.of(decision);
        resolvedBy = InertValue.of(resolvedBy);
    }
}
