package io.agent33.sync.core.markdown;

import java.util.concurrent.atomic.AtomicBoolean;

/** The grammar of path mentions, as the package describes it. Reads a text once, from left to right. */
final class Mentions {
    private static final String LEFT = "([{<,;:|=!>\"'`";
    private static final String RIGHT = ")]}>,;:!|#\"'`";
    private static final String EMPHASIS = "*_~";
    private static final String OF_TEMPLATES = "*?{[<($%\\&^~@";

    /** Takes what is found. */
    @FunctionalInterface
    interface Taker {
        /**
         * @param destination where path and fragment end
         * @param end where the line number behind them ends
         */
        void take(int start, int destination, int end);
    }

    private final String text;
    private final int limit;
    private final Form form;
    private final Taker taker;
    /** Whether what follows, up to the next blank or quotation mark, is part of a URL or of a template. */
    private boolean spoiled;

    private Mentions(String text, int limit, Form form, Taker taker) {
        this.text = text;
        this.limit = limit;
        this.form = form;
        this.taker = taker;
    }

    /** Tells of the mentions that lie in a stretch of a text; what stands before and behind it counts as neighbour. */
    static void in(String text, int start, int end, Form form, Taker taker) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '/') {
                new Mentions(text, end, form, taker).read(start);
                return;
            }
        }
    }

    /** Whether a path, wherever a mention may stand, is one mention of itself. */
    static boolean isToken(String path) {
        AtomicBoolean whole = new AtomicBoolean();
        in(path, 0, path.length(), Form.TEXT, (start, destination, end) -> {
            if (start == 0 && destination == path.length() && path.indexOf('#') < 0) {
                whole.set(true);
            }
        });
        return whole.get();
    }

    private void read(int start) {
        int i = start;
        while (i < limit) {
            int c = text.codePointAt(i);
            if (isOfName(c)) {
                i = run(i);
            } else {
                spoiled = spoiled && !isEndOfWord(c);
                i += Character.charCount(c);
            }
        }
    }

    /** One run of name characters. */
    private int run(int start) {
        int end = start;
        boolean slash = false;
        boolean letter = false;
        while (end < limit) {
            int c = text.codePointAt(end);
            if (!isOfName(c)) {
                break;
            }
            slash |= c == '/';
            letter |= Character.isLetter(c);
            end += Character.charCount(c);
        }
        end = Math.min(end, limit);
        if (slash && letter && !spoiled) {
            return candidate(start, end);
        }
        spoiled |= slash && (text.startsWith("//", start) || spoils(end));
        return end;
    }

    private int candidate(int start, int end) {
        int from = text.charAt(start) == '@' ? start + 1 : start;
        int to = end;
        if (isProse()) {
            while (to - from > 2 && text.charAt(from) == '_' && text.charAt(to - 1) == '_') {
                from++;
                to--;
            }
        }
        to = trimmed(from, to, end);
        boolean free = PathToken.isPath(text, from, to, from > start && text.charAt(start) == '@')
                && isFreeOnTheLeft(start, text.charAt(from) == '/')
                && isFreeOnTheRight(start, end);
        if (!free) {
            spoiled |= text.startsWith("//", from) || spoils(end);
            return end;
        }
        int destination = to == end ? PathToken.fragment(text, end, limit) : to;
        int whole = destination == end ? PathToken.lineNumber(text, end, limit) : destination;
        taker.take(from, destination, whole);
        return Math.max(end, whole);
    }

    /** Without the full stop of a sentence, and without the tail of an arrow. */
    private int trimmed(int from, int to, int end) {
        int last = to;
        if (to == end && end < text.length() && text.charAt(end) == '>') {
            while (last > from && text.charAt(last - 1) == '-') {
                last--;
            }
        }
        boolean stop = last - from > 1
                && text.charAt(last - 1) == '.'
                && text.charAt(last - 2) != '.'
                && text.charAt(last - 2) != '/';
        return stop ? last - 1 : last;
    }

    private boolean isFreeOnTheLeft(int start, boolean fromRoot) {
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
                    && (isProse() || emphasis(start - 1, -1) == emphasis(endOfRun(start), 1))
                    && (before == 0 || isEndOfWord(text.codePointBefore(before)) || isOf(LEFT, before - 1));
        }
        if (fromRoot && (c == ':' || c == '>' || c == '<')) {
            return false;
        }
        return c >= 0x80
                ? !isEmblem(c)
                : c <= ' ' || (LEFT.indexOf(c) >= 0 && !(c == ':' && followsAddress(start - 1)));
    }

    /** Whether the word before a colon has an {@code @}, as {@code git@host:org/repo} has. */
    private boolean followsAddress(int colon) {
        for (int i = colon - 1; i >= 0 && i > colon - 100 && isOfName(text.charAt(i)); i--) {
            if (text.charAt(i) == '@') {
                return true;
            }
        }
        return false;
    }

    private boolean isFreeOnTheRight(int start, int end) {
        if (end >= text.length()) {
            return true;
        }
        int c = text.codePointAt(end);
        boolean folder = text.charAt(end - 1) == '/';
        if (c == '*' || c == '~') {
            int same = emphasis(start - 1, -1);
            int marks = emphasis(end, 1);
            return same == marks || (!folder && isProse() && isEndOfWordAt(end + marks));
        }
        if (c == '?') {
            return !folder && isEndOfWordAt(end + 1);
        }
        if (c == '[') {
            return !folder && text.startsWith("[^", end) && isProse();
        }
        if (c == '<') {
            return text.startsWith("</", end) || text.regionMatches(true, end, "<br", 0, 3);
        }
        if (c == '\\') {
            return !isProse() && end + 1 < text.length() && "nrt\"'".indexOf(text.charAt(end + 1)) >= 0;
        }
        return c >= 0x80 ? !isEmblem(c) : c <= ' ' || RIGHT.indexOf(c) >= 0;
    }

    private int endOfRun(int start) {
        int end = start;
        while (end < text.length() && isOfName(text.codePointAt(end))) {
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

    private boolean isProse() {
        return form == Form.TEXT || form == Form.COMMENT;
    }

    private boolean spoils(int end) {
        return end < text.length() && isOf(OF_TEMPLATES, end);
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

    private static boolean isEndOfWord(int c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || "\"'`|;\u201C\u201D\u2018\u2019".indexOf(c) >= 0;
    }

    /** Symbols beyond ASCII, such as emoji, may be part of a name. */
    private static boolean isEmblem(int c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    static boolean isOfName(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '-' && c <= '9')
                    || c == '_'
                    || c == '+'
                    || c == '@';
        }
        return Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }
}
