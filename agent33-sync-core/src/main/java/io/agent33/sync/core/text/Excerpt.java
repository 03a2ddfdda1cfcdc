package io.agent33.sync.core.text;

import java.util.Locale;

/** Foreign text made fit to stand inside a message: on one line, cut to a sensible length, nothing invisible. */
public final class Excerpt {
    private static final int MAX = 80;
    private static final int LONGEST_MESSAGE = 300;

    private Excerpt() {}

    /** The text in double quotes; control, format and unpaired characters as {@code \}{@code u001b}, cut after 80. */
    public static String quoted(String text) {
        return '"' + of(text) + '"';
    }

    /** The same without the quotes. */
    public static String of(String text) {
        if (text.length() <= MAX) {
            return visible(text);
        }
        int cut = Character.isHighSurrogate(text.charAt(MAX - 1)) ? MAX - 1 : MAX;
        return visible(text.substring(0, cut)) + "…";
    }

    /** A message that repeats foreign text, on one line and with nothing invisible, cut after 300. */
    public static String message(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        return visible(text.substring(0, Math.min(text.length(), LONGEST_MESSAGE)));
    }

    /** All of the text, but on one line and with nothing invisible. */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(codePoint -> append(shown, codePoint));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (isVisible(codePoint)) {
            shown.appendCodePoint(codePoint);
        } else {
            shown.append(String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\U%08x" : "\\u%04x", codePoint));
        }
    }

    /** Whether a reader sees the character, and it moves nothing else on the line. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
