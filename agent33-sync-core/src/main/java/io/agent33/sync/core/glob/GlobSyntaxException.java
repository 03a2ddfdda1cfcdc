package io.agent33.sync.core.glob;

import java.util.Locale;

/** Says that a text is no glob, where, why, and what to write instead (S3, S4). */
public final class GlobSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 80;
    private static final int LONGEST = 200;

    private final int index;
    private final String reason;
    private final String remedy;

    GlobSyntaxException(String pattern, int index, String reason, String remedy) {
        super("bad glob \"" + excerpt(pattern, index) + "\" at index " + index + ": " + shown(reason) + "; "
                + shown(remedy));
        this.index = index;
        this.reason = shown(reason);
        this.remedy = shown(remedy);
    }

    /** Where the pattern goes wrong: an index in {@code char}s from 0, at most the pattern's length. */
    public int index() {
        return index;
    }

    /** What is wrong, as half a sentence without a full stop. */
    public String reason() {
        return reason;
    }

    /** What to do about it, as half a sentence without a full stop. */
    public String remedy() {
        return remedy;
    }

    /** The pattern's part around the index, on one line: a message must not carry a page of text or move the cursor. */
    private static String excerpt(String pattern, int index) {
        int from = Math.max(0, Math.min(index - SHOWN / 2, pattern.length() - SHOWN));
        int to = Math.min(pattern.length(), from + SHOWN);
        return (from > 0 ? "…" : "") + visible(pattern.substring(from, to)) + (to < pattern.length() ? "…" : "");
    }

    private static String shown(String text) {
        return text.length() > LONGEST ? visible(text.substring(0, LONGEST)) + "…" : visible(text);
    }

    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isVisible(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
            }
        });
        return shown.toString();
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
