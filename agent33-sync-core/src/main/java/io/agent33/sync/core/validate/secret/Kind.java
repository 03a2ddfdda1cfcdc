package io.agent33.sync.core.validate.secret;

import java.util.Locale;

/**
 * What a rule finds, and what is said of it.
 *
 * @param id a stable kebab-case name
 * @param category what sort of thing
 * @param title for people
 * @param shown how many of the first characters are no secret; 0 shows none
 * @param remedy what to do, in one sentence
 */
record Kind(String id, Category category, String title, int shown, String remedy) {
    private static final int MAX_SHOWN = 12;

    Kind {
        if (shown < 0 || shown > MAX_SHOWN) {
            throw new IllegalArgumentException(id + " shows " + shown + " characters; at most " + MAX_SHOWN);
        }
    }

    /** Nothing but printable ASCII of the first characters, and never more than a third of what was found. */
    String masked(String found) {
        StringBuilder beginning = new StringBuilder();
        for (int i = 0;
                i < Math.min(shown, found.length() / 3) && found.charAt(i) > ' ' && found.charAt(i) < 0x7F;
                i++) {
            beginning.append(found.charAt(i));
        }
        if (category == Category.INVISIBLE) {
            return String.format(Locale.ROOT, "U+%04X", found.codePointAt(0));
        }
        return (beginning.isEmpty() ? "" : beginning + "…, ")
                + found.length()
                + (found.length() == 1 ? " character" : " characters");
    }
}
