package io.agent33.sync.core.glob;

import java.util.List;

/** The characters that a pair of brackets accepts. */
record CharacterSet(List<Range> ranges, boolean negated) {
    /** All code points from the first to the last, both included. */
    record Range(int first, int last) {
        boolean contains(int codePoint) {
            return first <= codePoint && codePoint <= last;
        }
    }

    CharacterSet {
        ranges = List.copyOf(ranges);
    }

    boolean contains(int codePoint) {
        for (Range range : ranges) {
            if (range.contains(codePoint)) {
                return !negated;
            }
        }
        return negated;
    }
}
