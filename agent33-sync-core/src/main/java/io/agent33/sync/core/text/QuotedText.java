package io.agent33.sync.core.text;

import java.util.Locale;

/**
 * A string between double quotes, on one line, that every YAML and every JSON parser reads back as it was. Which characters
 * are escaped does not depend on the Unicode version of the JDK, so that what is written is the same on every machine.
 */
public final class QuotedText {
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;
    /** First and last of each run of characters that nobody sees, that end lines, or that are none. */
    private static final int[] INVISIBLE = {
        0xAD, 0xAD, 0x600, 0x605, 0x61C, 0x61C, 0x6DD, 0x6DD, 0x70F, 0x70F, 0x890, 0x891, 0x8E2, 0x8E2, 0x180E, 0x180E,
        0x200B, 0x200F, 0x2028, 0x202E, 0x2060, 0x206F, 0xE000, 0xF8FF, 0xFEFF, 0xFEFF, 0xFFF0, 0xFFFB, 0xFFFE, 0xFFFF
    };

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
        } else if (point < ' ' || (point >= DELETE && point <= LAST_CONTROL) || isInvisible(point)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", point));
        } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            out.append('\uFFFD');
        } else {
            out.appendCodePoint(point);
        }
    }

    private static boolean isInvisible(int point) {
        for (int i = 0; i < INVISIBLE.length; i += 2) {
            if (point >= INVISIBLE[i] && point <= INVISIBLE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
