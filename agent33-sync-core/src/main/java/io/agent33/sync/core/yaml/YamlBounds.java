package io.agent33.sync.core.yaml;

/**
 * How much a reader takes before it refuses. The memory that reading needs grows with these and nothing else.
 *
 * @param bytes the largest text
 * @param depth how many mappings and lists may lie in one another; at most {@value #MAX_DEPTH}
 * @param nodes how many keys and values all documents of one text may have together
 */
public record YamlBounds(int bytes, int depth, int nodes) {
    /** What the stack bears easily. */
    public static final int MAX_DEPTH = 200;

    /** @throws IllegalArgumentException if one is not positive, or the depth is above the most */
    public YamlBounds {
        if (bytes < 1 || depth < 1 || nodes < 1 || depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "bounds are positive, the depth at most " + MAX_DEPTH + ": " + bytes + ", " + depth + ", " + nodes);
        }
    }

    /** For what people write: 1 MiB, 32 deep, 50,000 nodes. */
    public static YamlBounds handwritten() {
        return new YamlBounds(1 << 20, 32, 50_000);
    }
}
