package io.agent33.sync.core.rule;

import java.util.Optional;
import java.util.regex.Pattern;

/** The delimiters of a template: two of them, as in <code>{{ }}</code>. */
final class Delimiters {
    /** One or two signs; no letter or digit, which could stand in a name, and no {@code =}, which Mustache needs. */
    private static final Pattern DELIMITER = Pattern.compile("[!-/:-<>-@\\[-`{-~]{1,2}");

    private Delimiters() {}

    static Optional<String> problemOf(String delimiters) {
        String[] parts = delimiters.split(" ", -1);
        if (parts.length != 2) {
            return Optional.of("it takes two, with one space between");
        }
        if (!DELIMITER.matcher(parts[0]).matches()
                || !DELIMITER.matcher(parts[1]).matches()) {
            return Optional.of("each takes one or two signs that are no letter, digit or =");
        }
        return parts[0].equals(parts[1]) ? Optional.of("the two must differ") : Optional.empty();
    }
}
