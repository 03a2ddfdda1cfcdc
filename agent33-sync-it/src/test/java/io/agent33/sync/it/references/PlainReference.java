package io.agent33.sync.it.references;

/**
 * A reference, as a reader with a ruler sees it.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param destination as it stands there, without angle brackets
 */
public record PlainReference(int line, int column, Kind kind, String destination) {
    /** How it is written, as far as it matters where it leads. */
    public enum Kind {
        /** A link or image of any form, in Markdown or HTML. */
        LINK,
        /** The line that says where a label leads. */
        DEFINITION,
        /** An address on the web, in angle brackets or bare. */
        ADDRESS,
        /** A path that only stands there. */
        MENTION
    }
}
