package io.agent33.sync.core.git;

import java.time.Duration;

/**
 * How repositories elsewhere are reached.
 *
 * @param credentials who knows the logins
 * @param timeout the longest silence of a network connection
 * @param deadline the longest that one exchange may take as a whole, and the longest wait for the cache
 */
record Access(GitCredentials credentials, Duration timeout, Duration deadline) {
    private static final Duration LONGEST = Duration.ofDays(7);

    static final Access DEFAULT = new Access(GitCredentials.none(), Duration.ofSeconds(30), Duration.ofMinutes(30));

    /** How often each side speaks, at most, until a connection is open: greeting, keys, logins, what there is. */
    private static final int WORDS = 10;

    Access {
        check("timeout", timeout);
        check("deadline", deadline);
    }

    private static void check(String name, Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a " + name + " is between one second and " + LONGEST.toDays() + " days, not " + duration);
        }
    }

    Access credentials(GitCredentials other) {
        return new Access(other, timeout, deadline);
    }

    Access timeout(Duration other) {
        return new Access(credentials, other, deadline);
    }

    Access deadline(Duration other) {
        return new Access(credentials, timeout, other);
    }

    /**
     * The longest that opening a connection may take. Not every layer below watches each word by itself: {@code ssh} has
     * a patience of its own for greetings and logins, of minutes.
     */
    Duration opening() {
        Duration words = timeout.multipliedBy(WORDS);
        return words.compareTo(deadline) < 0 ? words : deadline;
    }
}
