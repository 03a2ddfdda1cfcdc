package io.agent33.sync.core.merge;

/**
 * A place at which at least one side changed the base, as half-open ranges of lines of each text. Between two chunks the
 * three texts are equal.
 */
record Chunk(Kind kind, Range base, Range local, Range upstream) {
    enum Kind {
        LOCAL,
        UPSTREAM,
        CONFLICT
    }

    /**
     * Lines of a text.
     *
     * @param end the first line behind it
     */
    record Range(int begin, int end) {
        boolean isEmpty() {
            return begin == end;
        }
    }
}
