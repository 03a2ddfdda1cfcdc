package io.agent33.sync.api.monitor;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.trigger.SyncTask;
import java.time.Duration;
import java.util.List;

/** What a watcher did (S13), told when it is done, by the thread that watches. */
public sealed interface WatchEvent {
    /**
     * It asked the upstream where its names point.
     *
     * @param moved whether they point elsewhere than at the last sync of all that is due
     */
    record Looked(boolean moved) implements WatchEvent {}

    /** It synced. What is in the report was written, pushed and published as in any run. */
    record Synced(SyncReport report) implements WatchEvent {}

    /** It gave tasks to the host. */
    record HandedOver(List<SyncTask> tasks) implements WatchEvent {
        public HandedOver {
            tasks = List.copyOf(tasks);
        }
    }

    /** It looked for drift, as it does once a day; the issues of those that have some say so now. */
    record Checked(DriftReport report) implements WatchEvent {}

    /** It looked for what somebody has to be told of, as it does once a day if there are sinks; they have been told. */
    record Alerted(AlertReport report) implements WatchEvent {}

    /**
     * Something failed as a whole: the upstream cannot be read, the host's scheduler threw. Nothing is lost; it tries again.
     *
     * @param objections why; at least one
     * @param again after how long; zero if only somebody's notice failed, which is not tried again by itself
     */
    record Troubled(List<Objection> objections, Duration again) implements WatchEvent {
        public Troubled {
            objections = List.copyOf(objections);
        }
    }
}
