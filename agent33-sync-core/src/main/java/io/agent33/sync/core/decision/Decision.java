package io.agent33.sync.core.decision;

import java.time.LocalDate;

/**
 * An entry of {@code DECISIONS.md}. Its values come from people and from other repositories, and are inert when they are in it: one
 * line each, nothing invisible, at most {@value InertValue#MAX} characters; what was longer ends with an ellipsis.
 */
public sealed interface Decision permits ConflictResolution, Rollback {
    /** When it was made: of the commit or the request that it records, never of the clock. */
    LocalDate date();

    /** The release that it is about, with its {@code v}. */
    String syncVersion();
}
