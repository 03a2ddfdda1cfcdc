package io.agent33.sync.core.markdown;

import java.util.HashSet;
import java.util.Set;

/** What begins with an angle bracket and is no tag. An end that was once sought in vain is not sought again. */
final class Markup {
    private final String text;
    private final Set<String> absent = new HashSet<>();

    Markup(String text) {
        this.text = text;
    }

    /** Where a comment that begins there ends; -1 if none does. */
    int comment(int open) {
        if (!text.startsWith("<!--", open)) {
            return -1;
        }
        if (text.startsWith("<!-->", open)) {
            return open + 5;
        }
        return text.startsWith("<!--->", open) ? open + 6 : behind("-->", open + 4);
    }

    /** Where a processing instruction, a declaration or a CDATA section ends; -1 if none begins there. */
    int instruction(int open) {
        if (text.startsWith("<?", open)) {
            return behind("?>", open + 2);
        }
        if (text.startsWith("<![CDATA[", open)) {
            return behind("]]>", open + 9);
        }
        boolean declaration =
                text.startsWith("<!", open) && open + 2 < text.length() && isLetter(text.charAt(open + 2));
        return declaration ? behind(">", open + 3) : -1;
    }

    /** Where {@code <scheme:…>} ends; -1 if none begins there. */
    int address(int open) {
        int i = open + 1;
        while (i < text.length() && i - open <= 33 && isOfScheme(text.charAt(i), i > open + 1)) {
            i++;
        }
        int scheme = i - open - 1;
        if (scheme < 2 || scheme > 32 || i >= text.length() || text.charAt(i) != ':') {
            return -1;
        }
        while (i < text.length() && text.charAt(i) > ' ' && text.charAt(i) != '<' && text.charAt(i) != '>') {
            i++;
        }
        return i < text.length() && text.charAt(i) == '>' ? i + 1 : -1;
    }

    /** Where {@code <name@host>} ends; -1 if none begins there. */
    int mail(int open) {
        int i = open + 1;
        while (i < text.length()
                && (isLetterOrDigit(text.charAt(i)) || ".!#$%&'*+/=?^_`{|}~-".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        if (i == open + 1 || i >= text.length() || text.charAt(i) != '@') {
            return -1;
        }
        int part = ++i;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '.' || c == '>';
            if (!ends && !isLetterOrDigit(c) && c != '-') {
                return -1;
            }
            if (ends) {
                boolean fits = i > part && i - part < 64 && text.charAt(part) != '-' && text.charAt(i - 1) != '-';
                if (!fits || c == '>') {
                    return fits ? i + 1 : -1;
                }
                part = i + 1;
            }
        }
        return -1;
    }

    private int behind(String end, int from) {
        int found = absent.contains(end) ? -1 : text.indexOf(end, from);
        if (found < 0) {
            absent.add(end);
        }
        return found < 0 ? -1 : found + end.length();
    }

    private static boolean isOfScheme(char c, boolean inside) {
        return isLetter(c) || (inside && ((c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-'));
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
