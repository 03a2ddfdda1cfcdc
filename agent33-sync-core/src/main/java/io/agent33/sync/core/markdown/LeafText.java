package io.agent33.sync.core.markdown;

import java.util.Arrays;

/**
 * The text of one block without what surrounds it: its lines, joined by LF, and where each character of it stands in the
 * document.
 */
final class LeafText {
    private final StringBuilder text = new StringBuilder();
    private final String document;
    private int[] here = new int[4];
    private int[] there = new int[4];
    private int pieces;
    private String flat = "";

    LeafText(String document) {
        this.document = document;
    }

    /** A stretch of the document as it stands. */
    static LeafText of(String document, int start, int end) {
        LeafText leaf = new LeafText(document);
        leaf.piece(start);
        leaf.text.append(document, start, end);
        return leaf.done();
    }

    /** What is appended from now on stands from there on in the document. */
    void piece(int offset) {
        if (pieces == here.length) {
            here = Arrays.copyOf(here, pieces * 2);
            there = Arrays.copyOf(there, pieces * 2);
        }
        here[pieces] = text.length();
        there[pieces++] = offset;
    }

    /** A further line; it begins at the offset and the document holds it as it is, but for NUL. */
    void line(CharSequence content, int offset) {
        newLine();
        piece(offset);
        text.append(content);
    }

    /** A table's cell: each bar in it is one with a backslash in the document. */
    void cell(CharSequence content, int offset) {
        newLine();
        int at = offset;
        piece(at);
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '|' && document.charAt(at) == '\\') {
                piece(++at);
            }
            text.append(c);
            at++;
        }
    }

    private void newLine() {
        if (pieces > 0) {
            text.append('\n');
        }
    }

    /** NUL is read as CommonMark reads it. */
    LeafText done() {
        flat = text.toString().replace('\0', '\uFFFD');
        return this;
    }

    String text() {
        return flat;
    }

    /** Where a character stands in the document. */
    int at(int index) {
        int found = pieces == 1 ? 0 : Arrays.binarySearch(here, 0, pieces, index);
        int piece = found < 0 ? -found - 2 : found;
        return Math.min(document.length(), there[piece] + index - here[piece]);
    }

    /** Where a stretch of it stands in the document. */
    Range range(int start, int end) {
        int first = at(start);
        return new Range(first, end == start ? first : at(end - 1) + 1);
    }
}
