package io.agent33.sync.api.repository;

/**
 * How much was transferred between this process and a repository. For people who watch; nothing is decided by it.
 *
 * @param received bytes that came from the repository; not negative
 * @param sent bytes that went to it; not negative
 */
public record Traffic(long received, long sent) {
    /** Nothing was transferred, or nobody counts. */
    public static final Traffic NONE = new Traffic(0, 0);

    public Traffic {
        if (received < 0 || sent < 0) {
            throw new IllegalArgumentException("no less than nothing is transferred: " + received + ", " + sent);
        }
    }

    /** Both together. */
    public Traffic plus(Traffic other) {
        return new Traffic(received + other.received, sent + other.sent);
    }

    /** What came after {@code before}, which was read from the same counter. */
    public Traffic since(Traffic before) {
        return new Traffic(Math.max(0, received - before.received), Math.max(0, sent - before.sent));
    }
}
