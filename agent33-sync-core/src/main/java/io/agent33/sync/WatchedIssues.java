package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.Objects;
import java.util.Optional;

/** The issues about a rule, and whoever watches is told of them. */
final class WatchedIssues {
    private final IssueTracker issues;
    private final Watch watch;

    WatchedIssues(IssueTracker issues, Watch watch) {
        this.issues = issues;
        this.watch = watch;
    }

    /** The issue that says so. */
    Issue track(String ruleId, IssueDraft draft) {
        Watch.Lap lap = watch.lap();
        Tracking tracking = Objects.requireNonNull(
                issues.track(draft),
                () -> "the issue tracker " + issues.getClass().getName() + " returned null");
        watch.tell(new SyncEvent.IssueTracked(draft.repository(), ruleId, tracking, lap.took()));
        return tracking.issue();
    }

    /** The open issue of a cause that is gone, closed now; empty if none was open. */
    Optional<Issue> close(RepositoryId repository, String key, String reason) {
        return Objects.requireNonNull(
                issues.close(repository, key, reason),
                () -> "the issue tracker " + issues.getClass().getName() + " returned null");
    }
}
