package io.agent33.sync.core.decision;

import java.time.LocalDate;

/**
 * A sync that was taken back (S12, and the specification's "Rollback Log Entry").
 *
 * @param date of the request
 * @param syncVersion the release that was taken back
 * @param revertedCommit the commit that had brought it
 * @param reason why, in the words of who asked for it
 * @param restoredTo what the files are again, such as {@code v2.3.1 sync state}
 * @param followUpIssue the issue's reference, such as {@code AGENT-33#456}
 * @param loggedBy who asked for it
 */
public record Rollback(
        LocalDate date,
        String syncVersion,
        String revertedCommit,
        String reason,
        String restoredTo,
        String followUpIssue,
        String loggedBy)
        implements Decision {
    public Rollback {
        syncVersion = InertValue.of(syncVersion);
        revertedCommit = InertValue.of(revertedCommit);
        reason = InertValue.of(reason);
        restoredTo = InertValue.of(restoredTo);
        followUpIssue = InertValue.of(followUpIssue);
        loggedBy = InertValue.of(loggedBy);
    }
}
