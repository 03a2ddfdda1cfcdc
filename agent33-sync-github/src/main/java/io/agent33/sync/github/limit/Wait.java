package io.agent33.sync.github.limit;

import java.time.Duration;

/**
 * A request that waits, since GitHub asked for it or is about to (S14).
 *
 * @param host the API's
 * @param why for people
 * @param time from now on
 */
public record Wait(String host, Reason why, Duration time) {
    public enum Reason {
        /** The requests of this hour are used up. */
        PRIMARY_LIMIT,
        /** Too many in a short time. */
        SECONDARY_LIMIT,
        /** This process has written as much as GitHub allows in a minute or an hour. */
        CONTENT_BUDGET,
        /** This process has asked as much as GitHub answers in a minute. */
        POINT_BUDGET,
        /** GitHub failed, and is asked again. */
        FAILURE,
        /** GitHub has not found out yet what it is asked for. */
        UNDECIDED
    }
}
