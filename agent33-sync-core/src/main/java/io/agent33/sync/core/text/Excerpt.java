package io.agent33.sync.core.text;

/** Foreign text made fit to stand inside a message: on one line, cut to a sensible length, nothing invisible. */
public final class Excerpt {
    private static final int MAX = 80;
    private static final int LONGEST_MESSAGE = 300;

    private Excerpt() {}

    /** The text in double quotes, on {@link OneLine}, cut after 80. */
    public static String quoted(String text) {
        return '"' + of(text) + '"';
    }

    /** The same without the quotes. */
    public static String of(String text) {
        if (text.length() <= MAX) {
            return OneLine.of(text);
        }
        int cut = Character.isHighSurrogate(text.charAt(MAX - 1)) ? MAX - 1 : MAX;
        return OneLine.of(text.substring(0, cut)) + "…";
    }

    /** A message that repeats foreign text, on one line and with nothing invisible, cut after 300. */
    public static String message(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        return OneLine.of(text.substring(0, Math.min(text.length(), LONGEST_MESSAGE)));
    }
}
