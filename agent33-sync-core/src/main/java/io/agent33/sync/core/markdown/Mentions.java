package io.agent33.sync.core.markdown;

import java.util.concurrent.atomic.AtomicBoolean;

/** The grammar of path mentions, as the package describes it. Reads a text once, from left to right. */
final class Mentions {
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
    private final boolean prose;
    private final Neighbours neighbours;
    private final Taker taker;
    /** Whether what follows, up to the next blank or quotation mark, is part of a URL or of a template. */
    private boolean spoiled;

    private Mentions(String text, int limit, Form form, Taker taker) {
        this.text = text;
        this.limit = limit;
        this.prose = form == Form.TEXT || form == Form.COMMENT;
        this.neighbours = new Neighbours(text, prose);
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
            if (NameCharacters.isOfName(c)) {
                i = run(i);
            } else {
                spoiled = spoiled && !Neighbours.isEndOfWord(c);
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
            if (!NameCharacters.isOfName(c)) {
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
        if (prose) {
            while (to - from > 2 && text.charAt(from) == '_' && text.charAt(to - 1) == '_') {
                from++;
                to--;
            }
        }
        to = trimmed(from, to, end);
        boolean free = PathToken.isPath(text, from, to, from > start && text.charAt(start) == '@')
                && neighbours.isFreeOnTheLeft(start, text.charAt(from) == '/')
                && neighbours.isFreeOnTheRight(start, end);
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

    private boolean spoils(int end) {
        return end < text.length() && OF_TEMPLATES.indexOf(text.charAt(end)) >= 0;
    }
}
