package io.agent33.sync.core.validate.schema;

/**
 * Something that is wrong with a piece of data, whosever fault it is.
 *
 * @param kind of trouble
 * @param line in the file, from 1
 * @param column in the file, from 1
 * @param pointer to the value that is wrong, as a JSON pointer; empty for the root, and where there are no values
 * @param message one line, without anything of the text but names and single characters
 */
public record Trouble(Kind kind, int line, int column, String pointer, String message) {
    /** What is wrong. */
    public enum Kind {
        /** It is not of its language. */
        SYNTAX,
        /** It is a schema, and not as its draft has it. */
        SCHEMA,
        /** It is not as the schema that it names has it. */
        INSTANCE,
        /** Nobody knows whether it is right. */
        UNDECIDED,
        /** Its schema is not held here, so that it is held against nothing. */
        ELSEWHERE
    }

    /** Whether it is the same trouble, wherever it stands. */
    public boolean isThatOf(Trouble other) {
        return kind == other.kind && pointer.equals(other.pointer) && message.equals(other.message);
    }
}
