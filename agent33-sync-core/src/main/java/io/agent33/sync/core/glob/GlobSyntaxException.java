package io.agent33.sync.core.glob;

/** Says that a text is no glob, where, why, and what to write instead (S3, S4). */
public final class GlobSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 80;

    private final int index;
    private final String reason;
    private final String remedy;

    GlobSyntaxException(String pattern, int index, String reason, String remedy) {
        super("bad glob \"" + excerpt(pattern, index) + "\" at index " + index + ": " + reason + "; " + remedy);
        this.index = index;
        this.reason = reason;
        this.remedy = remedy;
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
        StringBuilder shown = new StringBuilder();
        pattern.substring(from, to).chars().forEach(unit -> {
            if (Character.isISOControl(unit)) {
                shown.append(String.format("\\u%04X", unit));
            } else {
                shown.append((char) unit);
            }
        });
        return (from > 0 ? "…" : "") + shown + (to < pattern.length() ? "…" : "");
    }
}
