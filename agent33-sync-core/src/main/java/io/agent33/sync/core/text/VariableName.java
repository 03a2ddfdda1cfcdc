package io.agent33.sync.core.text;

import java.util.regex.Pattern;

/** The names of what templates can name (S5). */
public final class VariableName {
    /** In words. */
    public static final String EXPECTED = "a name of letters, digits and _ that does not start with a digit";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private VariableName() {}

    /** Whether a text is one. */
    public static boolean isOne(String text) {
        return NAME.matcher(text).matches();
    }
}
