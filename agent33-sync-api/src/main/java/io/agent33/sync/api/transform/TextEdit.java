package io.agent33.sync.api.transform;

/**
 * A range of a text and what takes its place.
 *
 * @param start its first character, from 0, in UTF-16 units
 * @param end the character after its last; equal to {@code start} where something is only put in
 * @param replacement may be empty
 */
public record TextEdit(int start, int end, String replacement) {
    /** @throws IllegalArgumentException if the range is none */
    public TextEdit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "a range starts at 0 or later, and ends where it starts or later: " + start + " to " + end);
        }
    }
}
