package io.agent33.sync.api.transform;

import java.util.Arrays;
import java.util.List;

/** Keeps notes at their lines when lines come or go before them. Lines end with LF, CRLF or a lone CR. */
final class MovedLines {
    private final int[] starts;
    private final List<TextEdit> edits;
    /** How many lines the edits before each one have added. */
    private final int[] added;

    private MovedLines(String text, List<TextEdit> edits) {
        this.starts = starts(text);
        this.edits = edits;
        this.added = new int[edits.size() + 1];
        for (int i = 0; i < edits.size(); i++) {
            TextEdit edit = edits.get(i);
            int lost = line(edit.end()) - line(edit.start());
            added[i + 1] = added[i] + starts(edit.replacement()).length - 1 - lost;
        }
    }

    /**
     * The notes with the lines that they have behind these edits. What stood on a line whose beginning is gone is at the line
     * of the edit that took it.
     *
     * @param edits of that text, in their order
     */
    static List<TransformNote> of(String text, List<TextEdit> edits, List<TransformNote> notes) {
        if (notes.isEmpty()) {
            return notes;
        }
        MovedLines lines = new MovedLines(text, edits);
        return notes.stream().map(lines::moved).toList();
    }

    private TransformNote moved(TransformNote note) {
        if (note.line() == 0 || note.line() > starts.length) {
            return note;
        }
        int start = starts[note.line() - 1];
        int before = before(start);
        boolean gone = before < edits.size() && edits.get(before).start() < start;
        int line = (gone ? line(edits.get(before).start()) : note.line()) + added[before];
        return line == note.line() ? note : new TransformNote(note.code(), line, note.message(), note.remedy());
    }

    /** How many edits end where a line begins, or before. */
    private int before(int start) {
        int low = 0;
        int high = edits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edits.get(middle).end() <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The line at an offset, from 1. */
    private int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found < 0 ? -found - 1 : found + 1;
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
