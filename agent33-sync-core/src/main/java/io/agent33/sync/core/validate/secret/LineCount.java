package io.agent33.sync.core.validate.secret;

/** Lines and columns of places that are asked for in the order of the text: one pass for all of them. */
final class LineCount {
    private final String text;
    private int line = 1;
    private int lineStart;
    private int seen;

    LineCount(String text) {
        this.text = text;
    }

    /** From 1. LF, CR and CRLF end a line. */
    int lineOf(int offset) {
        for (; seen < offset; seen++) {
            char c = text.charAt(seen);
            boolean firstOfTwo = c == '\r' && seen + 1 < text.length() && text.charAt(seen + 1) == '\n';
            if (c == '\n' || (c == '\r' && !firstOfTwo)) {
                line++;
                lineStart = seen + 1;
            }
        }
        return line;
    }

    /** From 1, in UTF-16 units. */
    int columnOf(int offset) {
        lineOf(offset);
        return offset - lineStart + 1;
    }
}
