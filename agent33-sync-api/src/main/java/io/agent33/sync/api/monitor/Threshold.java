package io.agent33.sync.api.monitor;

import java.time.Duration;

/**
 * What a rule's staleness may come to before somebody is told (the specification's "Sync Staleness Tracking").
 *
 * @param age how long ago the last sync may be
 * @param releasesMissed how many newer releases may have other content for the rule
 * @param failures how many attempts in a row may fail
 */
public record Threshold(Duration age, int releasesMissed, int failures) {
    /** @throws IllegalArgumentException if one is negative */
    public Threshold {
        if (age.isNegative() || releasesMissed < 0 || failures < 0) {
            throw new IllegalArgumentException("a threshold is not negative, found " + age + ", " + releasesMissed
                    + " releases and " + failures + " failures");
        }
    }

    /** Another age. */
    public Threshold age(Duration other) {
        return new Threshold(other, releasesMissed, failures);
    }

    /** Another number of releases. */
    public Threshold releasesMissed(int other) {
        return new Threshold(age, other, failures);
    }

    /** Another number of failures. */
    public Threshold failures(int other) {
        return new Threshold(age, releasesMissed, other);
    }
}
