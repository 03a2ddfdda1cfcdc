package io.agent33.sync.core.text;

import java.util.Locale;

/**
 * Foreign text made safe for one line of a terminal, a log or a message: it can hold escape sequences that repaint a screen,
 * line ends that forge a line, and direction marks that reorder it. The code points are listed here and not asked of the
 * JDK, whose answers differ from one version to the next: what a plan prints must not (S2).
 */
public final class OneLine {
    /** First and last of each run of characters that control, end lines, show as nothing, or are none. */
    private static final int[] UNSAFE = {
        0x0000, 0x001F, 0x007F, 0x009F, 0x00AD, 0x00AD, 0x0600, 0x0605, 0x061C, 0x061C, 0x06DD, 0x06DD, 0x070F, 0x070F,
        0x0890, 0x0891, 0x08E2, 0x08E2, 0x180E, 0x180E, 0x200B, 0x200F, 0x2028, 0x202E, 0x2060, 0x206F, 0xD800, 0xDFFF,
        0xFEFF, 0xFEFF, 0xFFF0, 0xFFFB, 0xFFFE, 0xFFFF, 0x110BD, 0x110BD, 0x110CD, 0x110CD, 0x13430, 0x1343F, 0x1BCA0,
        0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    private OneLine() {}

    /** The text with every such character as {@code \}{@code u001b} or {@code \}{@code U000e0001}. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(OneLine::unsafe)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (unsafe(point)) {
                out.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08x" : "\\u%04x", point));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    /** Whether a character does something else than to be seen. */
    public static boolean unsafe(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return false;
        }
        for (int i = 0; i < UNSAFE.length; i += 2) {
            if (codePoint >= UNSAFE[i] && codePoint <= UNSAFE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
