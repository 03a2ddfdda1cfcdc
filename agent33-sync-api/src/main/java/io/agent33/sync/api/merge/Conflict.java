package io.agent33.sync.api.merge;

/**
 * Where in a marked text a decision is missing: the whole block, its first and its last marker included.
 *
 * @param firstLine counted from 1
 * @param lastLine counted from 1, not before the first
 */
public record Conflict(int firstLine, int lastLine) {
    /** @throws IllegalArgumentException if that is no range of lines */
    public Conflict {
        if (firstLine < 1 || lastLine < firstLine) {
            throw new IllegalArgumentException("no range of lines: " + firstLine + " to " + lastLine);
        }
    }

    /** As in {@code 12-19}. */
    @Override
    public String toString() {
        return firstLine + "-" + lastLine;
    }
}
