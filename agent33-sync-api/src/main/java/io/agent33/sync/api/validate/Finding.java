package io.agent33.sync.api.validate;

import io.agent33.sync.api.error.Location;
import java.util.Locale;

/**
 * Something that a check found (S7). It never holds a secret.
 *
 * @param level how bad it is
 * @param code a stable kebab-case name of the kind of finding, for programs
 * @param where the delivered file, as it would lie downstream, and the place in it
 * @param message one line
 * @param remedy what to do about it; may be empty
 */
public record Finding(Level level, String code, Location where, String message, String remedy) {
    /** How bad a finding is. */
    public enum Level {
        /** It fails the check, or warns, as the rule's severity has it. */
        PROBLEM,
        /** It warns, whatever the severity. */
        WARNING,
        /** It is told, and the check passes. */
        NOTE;

        /** As it is printed: {@code problem}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A problem. */
    public static Finding problem(String code, Location where, String message, String remedy) {
        return new Finding(Level.PROBLEM, code, where, message, remedy);
    }

    /** A warning. */
    public static Finding warning(String code, Location where, String message, String remedy) {
        return new Finding(Level.WARNING, code, where, message, remedy);
    }

    /** A note. */
    public static Finding note(String code, Location where, String message) {
        return new Finding(Level.NOTE, code, where, message, "");
    }

    /** {@code docs/a.md:3:7: what was found; what to do [code]}. */
    @Override
    public String toString() {
        return where + ": " + message + (remedy.isEmpty() ? "" : "; " + remedy) + " [" + code + "]";
    }
}
