package io.agent33.sync.core.markdown;

/**
 * A range of a text.
 *
 * @param start the offset of its first UTF-16 unit
 * @param end the offset behind its last one; equal to the start if it is empty
 */
public record Range(int start, int end) {
    /** @throws IllegalArgumentException if it ends before it starts, or starts before the text */
    public Range {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no range: " + start + " to " + end);
        }
    }

    /** What of a text stands in it. @throws IndexOutOfBoundsException if it reaches beyond the text */
    public String of(String text) {
        return text.substring(start, end);
    }

    public int length() {
        return end - start;
    }

    /** Whether the other one lies in it, from end to end perhaps. */
    public boolean contains(Range other) {
        return start <= other.start && other.end <= end;
    }
}
