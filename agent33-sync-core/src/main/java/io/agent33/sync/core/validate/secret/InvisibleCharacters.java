package io.agent33.sync.core.validate.secret;

import java.util.Arrays;
import javax.annotation.Nullable;

/**
 * Characters that nobody sees or that turn the text around them (CVE-2021-42574). Joiners within emoji and within scripts
 * that are written with them, one variation selector behind a sign, direction marks beside letters from right to left, flags
 * made of tags, and a byte-order mark at the very beginning are as they should be. The code points are listed and not
 * asked of the JDK, whose answers differ from one version to the next.
 */
final class InvisibleCharacters {
    private static final String REMEDY = "Delete the character, or write it as an escape.";
    private static final Kind BIDIRECTIONAL = new Kind(
            "bidirectional-control", Category.INVISIBLE, "character that turns the direction of the text", 0, REMEDY);
    private static final Kind INVISIBLE =
            new Kind("invisible-character", Category.INVISIBLE, "character that nobody sees", 0, REMEDY);
    private static final Kind CONTROL =
            new Kind("control-character", Category.INVISIBLE, "control character", 0, REMEDY);

    /** First and last of each run, in order. */
    private static final int[] UNSEEN = {
        0xAD, 0xAD, 0x34F, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200D, 0x2028, 0x2029,
                0x2060,
        0x2065, 0x206A, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB, 0x1BCA0,
                0x1BCA3,
        0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    private static final int[] TURNING = {0x61C, 0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069};

    private static final int[] RIGHT_TO_LEFT = {
        0x590, 0x8FF, 0xFB1D, 0xFDFF, 0xFE70, 0xFEFE, 0x10800, 0x10FFF, 0x1E800, 0x1EFFF
    };

    /** Arabic, the scripts of India, Sinhala, Thai to Myanmar, Khmer, Mongolian. */
    private static final int[] JOINED = {
        0x600, 0x8FF, 0x900, 0xDFF, 0xE00, 0x109F, 0x1780, 0x18AF, 0xFB50, 0xFDFF, 0xFE70, 0xFEFE
    };

    private static final int[] EMOJI = {
        0x23, 0x23, 0x2A, 0x2A, 0x30, 0x39, 0xA9, 0xA9, 0xAE, 0xAE, 0x200D, 0x200D, 0x203C, 0x3299, 0xFE0F, 0xFE0F,
        0x1F000, 0x1FAFF
    };

    private static final int[] IDEOGRAPHS = {0x3400, 0x9FFF, 0xF900, 0xFAFF, 0x20000, 0x3FFFF};

    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int CANCEL_TAG = 0xE007F;

    private InvisibleCharacters() {}

    static void find(String text, Found found) {
        for (int i = 0; i < text.length() && !found.isFull(); i++) {
            char c = text.charAt(i);
            if ((c >= 0x7F || c < ' ') && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
                i = looked(text, i, found) - 1;
            }
        }
    }

    /** Behind the character, or behind the run of the same kind that was told as one finding. */
    private static int looked(String text, int at, Found found) {
        Kind kind = kind(text, at);
        int end = at + Character.charCount(text.codePointAt(at));
        if (kind == null) {
            return end;
        }
        while (end < text.length() && kind.equals(kind(text, end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        found.add(kind, at, end);
        return end;
    }

    @Nullable
    private static Kind kind(String text, int at) {
        int point = text.codePointAt(at);
        if (point < 0xA0) {
            boolean control = point < ' ' || (point >= 0x7F && point != 0x85);
            return control && point != '\n' && point != '\r' && point != '\t' && point != '\f' ? CONTROL : null;
        }
        if (within(TURNING, point)) {
            boolean mark = point == 0x61C || point == 0x200E || point == 0x200F;
            return mark && isBeside(RIGHT_TO_LEFT, text, at) ? null : BIDIRECTIONAL;
        }
        return within(UNSEEN, point) && !isAsItShouldBe(text, at, point) ? INVISIBLE : null;
    }

    private static boolean isAsItShouldBe(String text, int at, int point) {
        int before = at == 0 ? 0 : text.codePointBefore(at);
        if (point == 0xFEFF) {
            return at == 0;
        }
        if (point == 0x200C || point == 0x200D) {
            boolean emoji = point == 0x200D && within(EMOJI, after(text, at)) && isEmojiBefore(before);
            return emoji || isBeside(JOINED, text, at);
        }
        if (point >= 0xFE00 && point <= 0xFE0F) {
            return at > 0 && before > ' ' && !within(UNSEEN, before);
        }
        if (point >= 0xE0100 && point <= 0xE01EF) {
            return within(IDEOGRAPHS, before);
        }
        if (isTag(point)) {
            return isOfFlag(text, at);
        }
        return point >= 0x180B && point <= 0x180F && within(JOINED, before);
    }

    /** A sign, a skin tone or a variation selector may stand before a joiner; a digit or another joiner may not. */
    private static boolean isEmojiBefore(int before) {
        return before > 0xFF && before != 0x200D && within(EMOJI, before);
    }

    /** Flags of regions: a black flag, at most six small letters and digits as tags, and the tag that ends them. */
    private static boolean isOfFlag(String text, int at) {
        int from = at;
        for (int i = 0; i < 7 && from > 1 && isTag(text.codePointBefore(from)); i++) {
            from -= 2;
        }
        int end = from;
        while (end - from < 16
                && end < text.length()
                && isTag(text.codePointAt(end))
                && text.codePointAt(end) != CANCEL_TAG) {
            end += 2;
        }
        return from > 1
                && text.codePointBefore(from) == BLACK_FLAG
                && end - from <= 12
                && end < text.length()
                && text.codePointAt(end) == CANCEL_TAG
                && at <= end;
    }

    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= CANCEL_TAG;
    }

    private static int after(String text, int at) {
        int next = at + Character.charCount(text.codePointAt(at));
        return next < text.length() ? text.codePointAt(next) : 0;
    }

    private static boolean isBeside(int[] runs, String text, int at) {
        return (at > 0 && within(runs, text.codePointBefore(at))) || within(runs, after(text, at));
    }

    private static boolean within(int[] runs, int point) {
        int place = Arrays.binarySearch(runs, point);
        return place >= 0 || (-place - 1) % 2 == 1;
    }
}
