package io.agent33.sync.api.monitor;

/** How {@link IssueTracker#track} ended. */
public sealed interface Tracking {
    /** The one open issue of its cause. */
    Issue issue();

    /** It was opened. */
    record Opened(Issue issue) implements Tracking {}

    /** One that was open now says what the draft says. */
    record Updated(Issue issue) implements Tracking {}

    /** One was open and said so already; nothing was written. */
    record Unchanged(Issue issue) implements Tracking {}
}
