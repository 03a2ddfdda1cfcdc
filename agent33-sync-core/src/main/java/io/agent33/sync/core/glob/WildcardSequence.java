package io.agent33.sync.core.glob;

/**
 * A row of elements, each of which is either a wildcard, which stands for any number of units, or stands for exactly one
 * unit. Globs have this shape twice over: characters with {@code *} inside a segment, segments with {@code **} inside a
 * path.
 *
 * <p>Because everything between two wildcards has a fixed length, the first place where it fits is as good as any later
 * one: whatever follows can still be reached across the next wildcard. So only the last wildcard passed is ever moved,
 * there is no backtracking into earlier ones, and each element meets each unit at most once.
 */
final class WildcardSequence {
    /** Whether the element at one place stands for the unit at the other. */
    @FunctionalInterface
    interface Fit {
        boolean test(int element, int unit);
    }

    private final boolean[] wildcards;

    /** @param wildcards which of the elements is a wildcard; not copied */
    WildcardSequence(boolean[] wildcards) {
        this.wildcards = wildcards;
    }

    /**
     * Whether the elements, in order, account for all the units. Asks {@code fit} about no wildcard, and at most once
     * about any pair.
     */
    boolean accountsFor(int units, Fit fit) {
        int element = 0;
        int unit = 0;
        int afterWildcard = -1;
        int triedFrom = 0;
        while (unit < units) {
            if (isWildcard(element)) {
                element++;
                afterWildcard = element;
                triedFrom = unit;
            } else if (element < wildcards.length && fit.test(element, unit)) {
                element++;
                unit++;
            } else if (afterWildcard >= 0) {
                element = afterWildcard;
                triedFrom++;
                unit = triedFrom;
            } else {
                return false;
            }
        }
        while (isWildcard(element)) {
            element++;
        }
        return element == wildcards.length;
    }

    private boolean isWildcard(int element) {
        return element < wildcards.length && wildcards[element];
    }
}
