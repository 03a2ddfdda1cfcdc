package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Location;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A single value. It stays the text that was written: {@code no}, {@code 012} and {@code 1.10} are these texts and
 * nothing else, until somebody asks for a truth value or a number.
 *
 * @param text without quotes, escapes resolved
 * @param plain whether it stood there without quotes, so that it may be something other than text
 * @param at where it starts: at its quote, if it has one
 */
public record YamlScalar(String text, boolean plain, Location at) implements YamlNode {
    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,8}");

    /** Whether it is YAML's null, which also is what a key without a value has. */
    public boolean isNothing() {
        return plain && NOTHING.matcher(text).matches();
    }

    /** The truth value, if it is one by YAML 1.2: {@code yes} and {@code on} are text. */
    public Optional<Boolean> asBoolean() {
        if (!plain) {
            return Optional.empty();
        }
        return TRUE.matcher(text).matches()
                ? Optional.of(true)
                : FALSE.matcher(text).matches() ? Optional.of(false) : Optional.empty();
    }

    /** The number, if it is a decimal one of at most nine digits, without sign {@code +} and leading zeros. */
    public Optional<Integer> asWholeNumber() {
        return plain && WHOLE_NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
