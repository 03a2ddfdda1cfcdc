package io.agent33.sync.core.validate.secret;

import java.util.List;
import java.util.Locale;

/** Values that only show where a secret would stand. */
final class Placeholders {
    private static final int RUN = 6;
    private static final List<String> WORDS = List.of(
            "example",
            "placeholder",
            "changeme",
            "change-me",
            "change_me",
            "replace",
            "redacted",
            "dummy",
            "sample",
            "insert",
            "not-a-real",
            "notreal",
            "your-",
            "your_",
            "yourtoken",
            "yourpassword",
            "yoursecret",
            "yourapikey",
            "my-secret",
            "my_secret",
            "mysecret",
            "xxxx",
            "****",
            "....",
            "1234567",
            "7654321",
            "abcdefg",
            "qwerty");

    private Placeholders() {}

    /** Whether somebody wrote this so that nobody takes it for a secret. */
    static boolean isOne(String value) {
        return isReference(value) || hasRun(value) || hasWord(value.toLowerCase(Locale.ROOT));
    }

    /** {@code ${VAR}}, {@code $VAR}, {@code <your-token>}, {@code {{ token }}}, {@code %TOKEN%}, {@code %s}, an ellipsis. */
    static boolean isReference(String value) {
        char first = Chars.at(value, 0);
        return value.isEmpty()
                || first == '$'
                || first == '<'
                || first == '%'
                || first == '['
                || first == '{'
                || value.contains("${")
                || value.contains("{{")
                || value.contains("$(")
                || value.contains("<")
                || value.contains("…");
    }

    private static boolean hasRun(String value) {
        int run = 1;
        for (int i = 1; i < value.length() && run < RUN; i++) {
            run = value.charAt(i) == value.charAt(i - 1) ? run + 1 : 1;
        }
        return run >= RUN;
    }

    private static boolean hasWord(String lower) {
        return WORDS.stream().anyMatch(lower::contains);
    }
}
