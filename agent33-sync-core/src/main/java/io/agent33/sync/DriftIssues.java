package io.agent33.sync;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.DriftedFile;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.print.DriftPatch;
import io.agent33.sync.core.pullrequest.DriftIssue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells a downstream of its drift, if that is asked for. */
@FunctionalInterface
interface DriftIssues {
    /**
     * @param blobs the downstream's content
     * @return the issue that says so, or that was closed now
     */
    Optional<Issue> tell(SyncRule rule, DriftOutcome outcome, Supplier<BlobSource> blobs);

    /** Nobody is told. */
    static DriftIssues none() {
        return (rule, outcome, blobs) -> Optional.empty();
    }

    /** By the tracker's issues: one for each rule that drifted. What is not known changes none. */
    static DriftIssues of(Equipment equipment) {
        WatchedIssues issues = new WatchedIssues(equipment.issues(), equipment.watch());
        return (rule, outcome, blobs) -> {
            if (outcome instanceof DriftOutcome.Failed) {
                return Optional.empty();
            }
            if (outcome instanceof DriftOutcome.Drifted drifted) {
                List<String> diff = patch(drifted.files(), blobs.get());
                return Optional.of(issues.track(rule.id(), DriftIssue.draft(rule, drifted, diff)));
            }
            return issues.close(rule.targetRepo(), DriftIssue.key(rule.id()), "the files are as the sync left them");
        };
    }

    /** The issue is worth more than its diff: content that cannot be read, as where the state was tampered with, is not shown. */
    private static List<String> patch(List<DriftedFile> files, BlobSource blobs) {
        try {
            return DriftPatch.lines(files, blobs, DriftIssue.MOST_LINES);
        } catch (RepositoryException e) {
            if (e.reason() == RepositoryException.Reason.CORRUPT) {
                return List.of();
            }
            throw e;
        }
    }
}
