package io.agent33.sync.core.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The ids that GitHub gives to the headings of one document: the text in lower case, without all but letters, marks,
 * digits, low lines and hyphens, with a hyphen for each blank; and a number behind what was there before.
 */
final class HeadingIds {
    private final Map<String, Integer> given = new HashMap<>();

    String next(String text) {
        String plain = of(text);
        String id = plain;
        while (given.containsKey(id)) {
            id = plain + "-" + given.merge(plain, 1, Integer::sum);
        }
        given.put(id, 0);
        return id;
    }

    private static String of(String text) {
        StringBuilder id = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(HeadingIds::stays)
                .forEach(c -> id.appendCodePoint(c == ' ' ? '-' : c));
        return id.toString();
    }

    private static boolean stays(int c) {
        return c == ' '
                || c == '-'
                || Character.isAlphabetic(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.CONNECTOR_PUNCTUATION -> true;
                    default -> false;
                };
    }
}
