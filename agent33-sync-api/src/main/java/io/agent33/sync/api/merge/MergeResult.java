package io.agent33.sync.api.merge;

import java.util.List;

/** What a merge came to. Texts are as {@link ThreeWay} describes them; a missing last line feed is added. */
public sealed interface MergeResult {
    /** Clean, or with markers. */
    String text();

    /** Every change of both sides has its place, or the strategy decided. */
    record Clean(String text) implements MergeResult {}

    /**
     * Somebody has to decide.
     *
     * @param text with the lines of {@link ConflictMarkers} around what is to be decided, and everything else merged
     * @param conflicts at least one, in the order of the text, none within another
     */
    record Conflicted(String text, List<Conflict> conflicts) implements MergeResult {
        /** @throws IllegalArgumentException if there is no conflict, or if two overlap or are out of order */
        public Conflicted {
            conflicts = List.copyOf(conflicts);
            if (conflicts.isEmpty()) {
                throw new IllegalArgumentException("a conflicted result needs a conflict");
            }
            for (int i = 1; i < conflicts.size(); i++) {
                if (conflicts.get(i).firstLine() <= conflicts.get(i - 1).lastLine()) {
                    throw new IllegalArgumentException(
                            "conflicts are in order and apart: " + conflicts.get(i - 1) + ", " + conflicts.get(i));
                }
            }
        }
    }
}
