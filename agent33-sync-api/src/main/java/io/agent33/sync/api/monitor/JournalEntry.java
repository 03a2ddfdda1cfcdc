package io.agent33.sync.api.monitor;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to sync one rule (S13).
 *
 * @param ruleId the rule
 * @param repository its downstream
 * @param trigger what asked for it
 * @param release the label of the release (S10) that it was about, if it came that far
 * @param outcome how it ended
 * @param began when
 * @param took how long
 * @param error what an operator has to know, one line; empty if nothing went wrong
 */
public record JournalEntry(
        String ruleId,
        RepositoryId repository,
        SyncTrigger.Kind trigger,
        Optional<String> release,
        Outcome outcome,
        Instant began,
        Duration took,
        Optional<String> error) {
    /** How an attempt ended: what a report tells, less the details. */
    public enum Outcome {
        /** The merged content is what would be delivered. */
        CURRENT,
        /** A pull request was opened or updated. */
        PROPOSED,
        /** One of an earlier run waits. */
        WAITING,
        /** A person closed it, or has pushed to its branch. */
        LEFT_ALONE,
        /** The sync must not happen as things stand. */
        BLOCKED,
        /** The world failed, or a plugin did. */
        FAILED;

        /** Whether the downstream has what it is to have. */
        public boolean isSuccess() {
            return this == CURRENT;
        }

        /** Whether it counts among failures in a row; a pull request that waits is neither success nor failure. */
        public boolean isFailure() {
            return this == BLOCKED || this == FAILED;
        }
    }
}
