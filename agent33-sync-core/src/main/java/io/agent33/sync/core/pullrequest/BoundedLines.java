package io.agent33.sync.core.pullrequest;

import java.util.List;

/**
 * Lines that give way when a body would grow too long: as many as there is room for, and a note of how many are missing.
 */
final class BoundedLines {
    /** What a note, or one fixed sentence in its stead, takes at most, in {@code char}s. */
    static final int NOTE = 96;

    private BoundedLines() {}

    /**
     * The lines, each ended.
     *
     * @param missing how many are left out already
     * @param room for the lines in {@code char}s; the note comes on top, with at most {@link #NOTE}
     */
    static String within(int room, List<String> lines, int missing) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        while (shown < lines.size() && text.length() + lines.get(shown).length() + 1 <= room) {
            text.append(lines.get(shown)).append('\n');
            shown++;
        }
        int left = lines.size() - shown + missing;
        if (left > 0) {
            text.append(shown > 0 ? "\n" : "").append(note(left));
        }
        return text.toString();
    }

    private static String note(int left) {
        return left == 1 ? "*1 more line is left out here.*\n" : "*" + left + " more lines are left out here.*\n";
    }
}
