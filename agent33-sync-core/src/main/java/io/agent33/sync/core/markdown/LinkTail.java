package io.agent33.sync.core.markdown;

import javax.annotation.Nullable;

/**
 * What stands behind a link's text or a definition's label.
 *
 * @param start of the destination, angle brackets included
 * @param destinationEnd behind the destination
 * @param angles whether it has angle brackets
 * @param end behind all of it
 */
record LinkTail(int start, int destinationEnd, boolean angles, int end) {
    private static final int MAX_PARENTHESES = 32;

    Writing writing() {
        return angles ? Writing.ANGLE : Writing.PLAIN;
    }

    /** {@code (destination "title")} from its parenthesis on; null if there is none. */
    @Nullable
    static LinkTail inParentheses(String text, int open) {
        int start = blanks(text, open + 1);
        int end = destination(text, start);
        boolean angles = end > start && text.charAt(start) == '<';
        if (end < 0) {
            end = start;
        }
        int next = blanks(text, end);
        if (next > end && next < text.length()) {
            int title = title(text, next);
            next = title < 0 ? next : blanks(text, title);
        }
        return next < text.length() && text.charAt(next) == ')' ? new LinkTail(start, end, angles, next + 1) : null;
    }

    /** The end of a link label behind its opening bracket: where the closing one stands; -1 if it is none. */
    static int label(String text, int start) {
        int limit = Math.min(text.length(), start + 1000);
        for (int i = start; i < limit; i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '[' -> {
                    return -1;
                }
                case ']' -> {
                    return i;
                }
                default -> {}
            }
        }
        return -1;
    }

    /** Where a destination ends that begins there; -1 if none does. */
    static int destination(String text, int start) {
        if (start >= text.length()) {
            return -1;
        }
        return text.charAt(start) == '<' ? inAngles(text, start + 1) : plain(text, start);
    }

    private static int inAngles(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i += isEscapable(text, i + 1) ? 1 : 0;
                case '\n', '<' -> {
                    return -1;
                }
                case '>' -> {
                    return i + 1;
                }
                default -> {}
            }
        }
        return -1;
    }

    private static int plain(String text, int start) {
        int depth = 0;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7F) {
                break;
            }
            if (c == '\\' && isEscapable(text, i + 1)) {
                i++;
            } else if (c == '(' && ++depth > MAX_PARENTHESES) {
                return -1;
            } else if (c == ')' && depth-- == 0) {
                depth = 0;
                break;
            }
            i++;
        }
        return i == start || depth > 0 ? -1 : i;
    }

    private static int title(String text, int start) {
        char open = text.charAt(start);
        if (open != '"' && open != '\'' && open != '(') {
            return -1;
        }
        char close = open == '(' ? ')' : open;
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && isEscapable(text, i + 1)) {
                i++;
            } else if (c == close) {
                return i + 1;
            } else if (open == '(' && c == '(') {
                return -1;
            }
        }
        return -1;
    }

    static int blanks(String text, int start) {
        int i = start;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static boolean isEscapable(String text, int at) {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
    }
}
