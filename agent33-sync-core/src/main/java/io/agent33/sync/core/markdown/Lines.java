package io.agent33.sync.core.markdown;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {
    private final String text;
    private final int[] starts;

    private Lines(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    static Lines of(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return new Lines(text, Arrays.copyOf(starts, count));
    }

    int count() {
        return starts.length;
    }

    /** Where a line begins, counted from 0; the text's end if there is none. */
    int start(int line) {
        return line < starts.length ? starts[line] : text.length();
    }

    /** The line at an offset, counted from 0. */
    int at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found < 0 ? -found - 2 : found;
    }

    Position position(int offset) {
        int line = at(offset);
        int column = offset - starts[line] + 1;
        return new Position(line + 1, line == 0 && column > 1 && text.charAt(0) == '\uFEFF' ? column - 1 : column);
    }
}
