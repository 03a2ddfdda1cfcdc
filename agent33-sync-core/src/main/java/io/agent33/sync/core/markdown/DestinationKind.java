package io.agent33.sync.core.markdown;

/** Where a destination leads, by its form alone. */
public enum DestinationKind {
    /** A scheme, or {@code //host}. */
    EXTERNAL,
    /** Within the same document: it has no path. So is the empty destination. */
    ANCHOR,
    /** {@code /path}: on GitHub, from the root of the repository. */
    ABSOLUTE,
    /** A path from the document's own folder; of a mention perhaps from the root. */
    RELATIVE
}
