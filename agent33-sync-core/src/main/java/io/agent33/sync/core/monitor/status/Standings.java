package io.agent33.sync.core.monitor.status;

import io.agent33.sync.api.monitor.Standing;
import io.agent33.sync.api.monitor.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What decides how a rule stands.
 *
 * @param isMerged whether a sync of it is merged
 * @param isCurrent whether the merged content is what would be delivered now
 * @param isProposed whether an open pull request brings it up
 * @param failures how many attempts in a row failed
 * @param lastSync the last success
 */
public record Standings(
        boolean isMerged, boolean isCurrent, boolean isProposed, int failures, Optional<Instant> lastSync) {
    /** The first that fits, in the order of {@link Standing}. */
    public Standing at(Instant now, Threshold threshold) {
        if (!isMerged) {
            return Standing.NEVER;
        } else if (failures > threshold.failures()) {
            return Standing.FAILING;
        } else if (isCurrent) {
            return Standing.CURRENT;
        } else if (isOlder(now, threshold.age())) {
            return Standing.STALE;
        }
        return isProposed ? Standing.PROPOSED : Standing.BEHIND;
    }

    private boolean isOlder(Instant now, Duration age) {
        return lastSync.filter(last -> Duration.between(last, now).compareTo(age) > 0)
                .isPresent();
    }
}
