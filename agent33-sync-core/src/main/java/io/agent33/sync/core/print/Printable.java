package io.agent33.sync.core.print;

import java.util.Locale;

/**
 * Text of others made safe for a terminal and a single line: paths, subjects and findings can hold escape sequences that
 * repaint a screen, line breaks that forge a line, and direction marks that reorder it.
 */
final class Printable {
    private Printable() {}

    /** The text with every such character as {@code \}{@code u001b}. */
    static String line(String text) {
        if (text.codePoints().noneMatch(Printable::unsafe)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (unsafe(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Whether a character does something else than to be seen. */
    static boolean unsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
