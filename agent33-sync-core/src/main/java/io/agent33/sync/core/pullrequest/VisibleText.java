package io.agent33.sync.core.pullrequest;

/**
 * One line of text of which everything shows. The code points are listed here and not asked of the JDK, whose answers
 * differ from one version to the next: a plan must not (S2).
 */
final class VisibleText {
    private static final char REPLACEMENT = '\uFFFD';
    private static final char ELLIPSIS = '\u2026';

    /** Pairs of first and last code point that show as nothing, or turn the direction of the text around them. */
    private static final int[] INVISIBLE = {
        0x0000, 0x0008, 0x000E, 0x001F, 0x007F, 0x0084, 0x0086, 0x009F, 0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C,
        0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F, 0x2800, 0x2800,
        0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB, 0x1BCA0, 0x1BCA3, 0x1D173,
        0x1D17A, 0xE0000, 0xE0FFF
    };

    /** The same for blanks and line ends, which all become one space. */
    private static final int[] BLANK = {
        0x0009, 0x000D, 0x0020, 0x0020, 0x0085, 0x0085, 0x00A0, 0x00A0, 0x1680, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029,
        0x202F, 0x202F, 0x205F, 0x205F, 0x3000, 0x3000
    };

    private VisibleText() {}

    /**
     * The text on one line, trimmed, without what does not show; half a surrogate pair becomes U+FFFD.
     *
     * @param max the length of the answer in {@code char}s; what is longer ends with an ellipsis
     */
    static String of(String text, int max) {
        return text.length() <= max && showsAsItIs(text) ? text : shown(text, max);
    }

    /** The same with its blanks as they are, for code. */
    static String code(String line, int max) {
        StringBuilder out = new StringBuilder(Math.min(line.length(), max) + 2);
        for (int i = 0; i < line.length() && out.length() <= max; ) {
            int point = line.codePointAt(i);
            i += Character.charCount(point);
            if (point == '\t' || point == ' ') {
                out.appendCodePoint(point);
            } else if (isPlain(point) || (!within(BLANK, point) && !within(INVISIBLE, point))) {
                out.appendCodePoint(isHalf(point) ? REPLACEMENT : point);
            }
        }
        return out.length() <= max ? out.toString() : cut(out, max);
    }

    /** As nearly all texts do: words with one space between them. */
    private static boolean showsAsItIs(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' ? gap : !isPlain(c)) {
                return false;
            }
            gap = c == ' ';
        }
        return !gap;
    }

    private static String shown(String text, int max) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), max) + 2);
        boolean gap = false;
        for (int i = 0; i < text.length() && out.length() <= max; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (isBlank(point)) {
                gap = out.length() > 0;
            } else if (isPlain(point) || !within(INVISIBLE, point)) {
                out.append(gap ? " " : "").appendCodePoint(isHalf(point) ? REPLACEMENT : point);
                gap = false;
            }
        }
        return out.length() <= max ? out.toString() : cut(out, max);
    }

    private static String cut(StringBuilder text, int max) {
        int end = max - 1;
        if (Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean isBlank(int point) {
        return !isPlain(point) && within(BLANK, point);
    }

    /** Nearly all of any text, and in neither table. */
    private static boolean isPlain(int point) {
        return point > 0x20 && point < 0x7F;
    }

    private static boolean within(int[] pairs, int point) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (point >= pairs[i] && point <= pairs[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
