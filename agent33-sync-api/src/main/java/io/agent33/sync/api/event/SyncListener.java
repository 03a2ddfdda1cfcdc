package io.agent33.sync.api.event;

/**
 * Watches a run. To be implemented. Called from the run's threads, one event at a time for a downstream, several
 * downstreams at once; a listener that throws is ignored from its first exception on and logged.
 */
@FunctionalInterface
public interface SyncListener {
    /** Takes note; returns quickly. */
    void on(SyncEvent event);

    /** Hears nothing. */
    static SyncListener none() {
        return event -> {};
    }
}
