package io.agent33.sync.core.markdown;

/** Whether a run of name characters stands free: what may stand on its left and on its right. */
final class Neighbours {
    private static final String LEFT = "([{<,;:|=!>\"'`";
    private static final String RIGHT = ")]}>,;:!|#\"'`";
    private static final String EMPHASIS = "*_~";

    private final String text;
    /** Whether marks of emphasis and footnotes are marks here, and a backslash is none of a string's. */
    private final boolean prose;

    Neighbours(String text, boolean prose) {
        this.text = text;
        this.prose = prose;
    }

    /** @param fromRoot whether the path begins with a slash */
    boolean isFreeOnTheLeft(int start, boolean fromRoot) {
        if (start == 0 || (start == 1 && text.charAt(0) == '\uFEFF')) {
            return true;
        }
        int c = text.codePointBefore(start);
        if (c < 0x80 && EMPHASIS.indexOf(c) >= 0) {
            int before = start - 1;
            while (before > 0 && before > start - 4 && EMPHASIS.indexOf(text.charAt(before - 1)) >= 0) {
                before--;
            }
            return !fromRoot
                    && (prose || emphasis(start - 1, -1) == emphasis(endOfRun(start), 1))
                    && (before == 0 || isEndOfWord(text.codePointBefore(before)) || isOf(LEFT, before - 1));
        }
        if (fromRoot && (c == ':' || c == '>' || c == '<')) {
            return false;
        }
        return c >= 0x80
                ? !NameCharacters.isEmblem(c)
                : c <= ' ' || (LEFT.indexOf(c) >= 0 && !(c == ':' && followsAddress(start - 1)));
    }

    /** Whether the word before a colon has an {@code @}, as {@code git@host:org/repo} has. */
    private boolean followsAddress(int colon) {
        for (int i = colon - 1; i >= 0 && i > colon - 100 && NameCharacters.isOfName(text.charAt(i)); i--) {
            if (text.charAt(i) == '@') {
                return true;
            }
        }
        return false;
    }

    boolean isFreeOnTheRight(int start, int end) {
        if (end >= text.length()) {
            return true;
        }
        int c = text.codePointAt(end);
        boolean folder = text.charAt(end - 1) == '/';
        if (c == '*' || c == '~') {
            int same = emphasis(start - 1, -1);
            int marks = emphasis(end, 1);
            return same == marks || (!folder && prose && isEndOfWordAt(end + marks));
        }
        if (c == '?') {
            return !folder && isEndOfWordAt(end + 1);
        }
        if (c == '[') {
            return !folder && text.startsWith("[^", end) && prose;
        }
        if (c == '<') {
            return text.startsWith("</", end) || text.regionMatches(true, end, "<br", 0, 3);
        }
        if (c == '\\') {
            return !prose && end + 1 < text.length() && "nrt\"'".indexOf(text.charAt(end + 1)) >= 0;
        }
        return c >= 0x80 ? !NameCharacters.isEmblem(c) : c <= ' ' || RIGHT.indexOf(c) >= 0;
    }

    private int endOfRun(int start) {
        int end = start;
        while (end < text.length() && NameCharacters.isOfName(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** How many stars or tildes stand there in a row; three at most. */
    private int emphasis(int at, int step) {
        int count = 0;
        for (int i = at; i >= 0 && i < text.length() && count < 3 && "*~".indexOf(text.charAt(i)) >= 0; i += step) {
            count++;
        }
        return count;
    }

    private boolean isOf(String characters, int at) {
        return characters.indexOf(text.charAt(at)) >= 0;
    }

    private boolean isEndOfWordAt(int at) {
        if (at < text.length() && isOf(".,;:!", at)) {
            return at + 1 == text.length() || isEndOfWord(text.codePointAt(at + 1));
        }
        return at >= text.length() || isEndOfWord(text.codePointAt(at)) || isOf(")]}", at);
    }

    static boolean isEndOfWord(int c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || "\"'`|;\u201C\u201D\u2018\u2019".indexOf(c) >= 0;
    }
}
