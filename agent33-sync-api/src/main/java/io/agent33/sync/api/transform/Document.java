package io.agent33.sync.api.transform;

import io.agent33.sync.api.repository.RepoPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A text file on its way downstream. It is changed range by range, so that whatever is not edited survives byte for byte (S4,
 * S6). Immutable.
 */
public final class Document {
    private final String source;
    private final RepoPath target;
    private final String text;
    private final List<TransformNote> notes;

    /**
     * @param source its path upstream
     * @param target its path downstream
     * @param text its content, without a byte-order mark; line ends as they are in the file
     */
    public Document(String source, RepoPath target, String text) {
        this(source, target, text, List.of());
    }

    private Document(String source, RepoPath target, String text, List<TransformNote> notes) {
        this.source = Objects.requireNonNull(source, "source");
        this.target = Objects.requireNonNull(target, "target");
        this.text = Objects.requireNonNull(text, "text");
        this.notes = List.copyOf(notes);
    }

    /** Its path upstream. */
    public String source() {
        return source;
    }

    /** Its path downstream. */
    public RepoPath target() {
        return target;
    }

    /** Its content: no byte-order mark, line ends as they are. */
    public String text() {
        return text;
    }

    /** What was noted on it until now. */
    public List<TransformNote> notes() {
        return notes;
    }

    /**
     * The same with ranges replaced, all at once: ranges are those of {@link #text} as it is now. A line feed in a replacement
     * becomes the line end that most lines of this document have. Notes go along with their lines.
     *
     * @param edits in any order
     * @return this very document if they change nothing
     * @throws IllegalArgumentException if two overlap or one is not within the text
     */
    public Document edit(List<TextEdit> edits) {
        List<TextEdit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end));
        boolean crlf = LineEnd.mostAreCrlf(text);
        StringBuilder changed = new StringBuilder(text.length() + 64);
        int at = 0;
        for (TextEdit edit : ordered) {
            if (edit.start() < at || edit.end() > text.length()) {
                throw new IllegalArgumentException(
                        "edits lie within the text of " + text.length() + " characters and do not overlap, unlike "
                                + edit.start() + " to " + edit.end() + " in " + source);
            }
            changed.append(text, at, edit.start()).append(LineEnd.of(edit.replacement(), crlf));
            at = edit.end();
        }
        return withText(changed.append(text, at, text.length()).toString(), ordered);
    }

    /** {@link #edit} of one range. */
    public Document replace(int start, int end, String replacement) {
        return edit(List.of(new TextEdit(start, end, replacement)));
    }

    /** The same with a note, whose line is one of {@link #text} as it is now. */
    public Document noting(TransformNote note) {
        return noting(List.of(note));
    }

    /** The same with notes; this very document if there are none. */
    public Document noting(List<TransformNote> added) {
        if (added.isEmpty()) {
            return this;
        }
        List<TransformNote> more = new ArrayList<>(notes);
        more.addAll(added);
        return new Document(source, target, text, more);
    }

    private Document withText(String changed, List<TextEdit> edits) {
        return changed.equals(text) ? this : new Document(source, target, changed, MovedLines.of(text, edits, notes));
    }
}
