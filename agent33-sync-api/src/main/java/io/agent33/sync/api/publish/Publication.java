package io.agent33.sync.api.publish;

/** How publishing ended. */
public sealed interface Publication {
    /**
     * A pull request was opened.
     *
     * @param location its web address, or the file that holds its text
     */
    record Opened(String location) implements Publication {}

    /** One that was open now says what the draft says. */
    record Updated(String location) implements Publication {}

    /** One was open and said so already; nothing was written. */
    record Unchanged(String location) implements Publication {}

    /** None was opened, and that is right: a person closed it for this release, for example. */
    record Declined(String reason) implements Publication {}
}
