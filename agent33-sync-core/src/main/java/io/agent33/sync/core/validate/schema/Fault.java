package io.agent33.sync.core.validate.schema;

/**
 * Something that is wrong, and since when.
 *
 * @param whole whether all of the file is meant, and not a block in it
 */
public record Fault(Trouble trouble, Origin origin, boolean whole) {
    /** Since when it is wrong. */
    public enum Origin {
        /** It is so upstream. */
        UPSTREAM,
        /** It was right upstream. */
        SYNC,
        /** Upstream has nothing that it could be compared with. */
        OWN
    }
}
