package io.agent33.sync.core.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.Nullable;

/**
 * An HTML tag as CommonMark knows it.
 *
 * @param name in lower case
 * @param closing whether it is {@code </name>}
 * @param end behind it
 */
record Tag(String name, boolean closing, int start, int end, List<Attribute> attributes) {
    /**
     * @param name in lower case
     * @param start of the value, without quotes and without blanks around it
     */
    record Attribute(String name, int start, int end) {}

    /** The tag that begins with the bracket there; null if none does. */
    @Nullable
    static Tag at(String text, int open) {
        int i = open + 1;
        boolean closing = i < text.length() && text.charAt(i) == '/';
        int name = closing ? i + 1 : i;
        i = name;
        while (i < text.length() && (isLetter(text.charAt(i)) || (i > name && isDigitOrHyphen(text.charAt(i))))) {
            i++;
        }
        if (i == name) {
            return null;
        }
        List<Attribute> attributes = closing ? List.of() : new ArrayList<>(2);
        int end = closing ? LinkTail.blanks(text, i) : attributes(text, i, attributes);
        if (!closing && end >= 0 && end < text.length() && text.charAt(end) == '/') {
            end++;
        }
        if (end < 0 || end >= text.length() || text.charAt(end) != '>') {
            return null;
        }
        return new Tag(text.substring(name, i).toLowerCase(Locale.ROOT), closing, open, end + 1, attributes);
    }

    /** Where the attributes and the blanks behind them end; -1 if a value is broken. */
    private static int attributes(String text, int start, List<Attribute> found) {
        int i = start;
        while (true) {
            int name = LinkTail.blanks(text, i);
            int end = name;
            while (end < text.length() && isOfName(text.charAt(end), end > name)) {
                end++;
            }
            if (end == name || name == i) {
                return name;
            }
            int equals = LinkTail.blanks(text, end);
            if (equals < text.length() && text.charAt(equals) == '=') {
                i = value(text, text.substring(name, end), LinkTail.blanks(text, equals + 1), found);
                if (i < 0) {
                    return -1;
                }
            } else {
                i = end;
            }
        }
    }

    private static int value(String text, String name, int start, List<Attribute> found) {
        if (start >= text.length()) {
            return -1;
        }
        char quote = text.charAt(start);
        if (quote == '"' || quote == '\'') {
            int end = text.indexOf(quote, start + 1);
            if (end >= 0) {
                add(text, name, start + 1, end, found);
            }
            return end < 0 ? -1 : end + 1;
        }
        int end = start;
        while (end < text.length() && !LinkTail.isBlank(text.charAt(end)) && "\"'=<>`".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        add(text, name, start, end, found);
        return end == start ? -1 : end;
    }

    private static void add(String text, String name, int start, int end, List<Attribute> found) {
        int from = LinkTail.blanks(text, start);
        int to = end;
        while (to > from && LinkTail.isBlank(text.charAt(to - 1))) {
            to--;
        }
        found.add(new Attribute(name.toLowerCase(Locale.ROOT), Math.min(from, to), to));
    }

    private static boolean isOfName(char c, boolean inside) {
        return isLetter(c) || c == '_' || c == ':' || (inside && (isDigitOrHyphen(c) || c == '.'));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigitOrHyphen(char c) {
        return (c >= '0' && c <= '9') || c == '-';
    }
}
