package io.agent33.sync.core.text;

import java.util.Locale;

/**
 * A string between double quotes, on one line, that every YAML and every JSON parser reads back as it was. Which characters
 * are escaped does not depend on the Unicode version of the JDK, so that what is written is the same on every machine.
 */
public final class QuotedText {
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;
    private static final String LINE_ENDS_AND_NO_CHARACTERS = "\u2028\u2029\uFEFF\uFFFE\uFFFF";

    private QuotedText() {}

    /** Half a surrogate pair, which no file can hold, becomes U+FFFD. */
    public static String of(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(point -> append(out, point));
        return out.append('"').toString();
    }

    private static void append(StringBuilder out, int point) {
        if (point == '"' || point == '\\') {
            out.append('\\').append((char) point);
        } else if (point < ' '
                || (point >= DELETE && point <= LAST_CONTROL)
                || LINE_ENDS_AND_NO_CHARACTERS.indexOf(point) >= 0) {
            out.append(String.format(Locale.ROOT, "\\u%04x", point));
        } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            out.append('\uFFFD');
        } else {
            out.appendCodePoint(point);
        }
    }
}
