package io.agent33.sync.core.markdown;

/**
 * Where something begins, as an editor shows it. Lines end with LF, CRLF or a lone CR.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units; a byte-order mark takes none
 */
public record Position(int line, int column) {
    /** @throws IllegalArgumentException if one of them is below 1 */
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("no position: " + line + ":" + column);
        }
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
