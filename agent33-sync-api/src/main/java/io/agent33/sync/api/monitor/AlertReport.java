package io.agent33.sync.api.monitor;

import java.util.List;

/**
 * What a check for alerts came to.
 *
 * @param status by which it was decided
 * @param open all alerts that are open now, by repository, rule and type
 * @param raised those of them that are new, or say something else than before
 * @param cleared those whose cause is gone
 */
public record AlertReport(FleetStatus status, List<SyncAlert> open, List<SyncAlert> raised, List<SyncAlert> cleared) {
    public AlertReport {
        open = List.copyOf(open);
        raised = List.copyOf(raised);
        cleared = List.copyOf(cleared);
    }
}
