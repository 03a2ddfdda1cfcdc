package io.agent33.sync.api.merge;

/**
 * The lines around a conflict, in git's diff3 form: start and local side, base and ancestor, separator and upstream side, end. All but
 * the separator carry {@value #NAME}, by which the engine knows its own markers again (S8). None has a line end.
 *
 * @param size how many marker characters in a row; more than any of the three texts has anywhere
 * @param labels what the sides are called
 */
public record ConflictMarkers(int size, MergeLabels labels) {
    /** Stands before each label, so that a marker of ours is told from any other. */
    public static final String NAME = "agent33-sync: ";

    /** Git's own size, and the least. */
    public static final int MIN_SIZE = 7;

    /** @throws IllegalArgumentException if the size is below the least */
    public ConflictMarkers {
        if (size < MIN_SIZE) {
            throw new IllegalArgumentException("a marker has at least " + MIN_SIZE + " characters, not " + size);
        }
    }

    /** As in {@code <<<<<<< agent33-sync: override}; the local side follows. */
    public String start() {
        return line('<', labels.local());
    }

    /** As in {@code ||||||| agent33-sync: baseline v2.3.1}; the ancestor follows. */
    public String base() {
        return line('|', labels.base());
    }

    /** As in {@code =======}; the upstream side follows. */
    public String separator() {
        return "=".repeat(size);
    }

    /** As in {@code >>>>>>> agent33-sync: v2.4.0}; the conflict is over. */
    public String end() {
        return line('>', labels.upstream());
    }

    private String line(char character, String label) {
        return String.valueOf(character).repeat(size) + " " + NAME + label;
    }
}
