package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.Tracking;
import java.util.Objects;

/** The issues of a rule's rollback, and whoever watches is told of them. */
final class WatchedIssues {
    private final IssueTracker issues;
    private final Watch watch;

    WatchedIssues(IssueTracker issues, Watch watch) {
        this.issues = issues;
        this.watch = watch;
    }

    /** The reference of the issue that says so. */
    String track(String ruleId, IssueDraft draft) {
        Watch.Lap lap = watch.lap();
        Tracking tracking = Objects.requireNonNull(
                issues.track(draft),
                () -> "the issue tracker " + issues.getClass().getName() + " returned null");
        watch.tell(new SyncEvent.IssueTracked(draft.repository(), ruleId, tracking, lap.took()));
        return tracking.issue().reference();
    }
}
