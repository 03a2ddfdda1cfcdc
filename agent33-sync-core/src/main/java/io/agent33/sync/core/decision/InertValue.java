package io.agent33.sync.core.decision;

import io.agent33.sync.core.text.OneLine;
import java.util.regex.Pattern;

/** Foreign text that can stand as a value of an entry: what is made inert once stays as it is. */
final class InertValue {
    /** In {@code char}s. */
    static final int MAX = 500;

    /** Blanks and line ends of any kind, listed: what a JDK's own classes hold differs between versions. */
    private static final Pattern GAPS = Pattern.compile("[\\x09-\\x0D \\x85\\u00A0\\u2028\\u2029]+");

    private static final String ELLIPSIS = "…";

    private InertValue() {}

    static String of(String text) {
        String line = OneLine.of(GAPS.matcher(text).replaceAll(" ")).strip();
        if (line.length() <= MAX) {
            return line;
        }
        int end = MAX - ELLIPSIS.length();
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }
}
