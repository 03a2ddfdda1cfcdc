package io.agent33.sync.core.validate.schema;

/**
 * Data in a file: all of it, or one of its fenced blocks.
 *
 * @param whole whether it is all of the file
 * @param ordinal which of the file's pieces it is, from 0
 * @param text without fences and their indentation, lines ending with LF
 * @param places of its lines in the file
 */
record Piece(Language language, boolean whole, int ordinal, String text, LinePlaces places) {
    /** Where in the file one of its places lies. */
    DataDocument.Place inFile(int line, int column) {
        return places.inFile(line, column);
    }

    /** Whether it says the same, wherever it stands. */
    boolean saysTheSameAs(Piece other) {
        return language == other.language && text.equals(other.text);
    }
}
