package io.agent33.sync.core.validate.secret;

/** What stands where in a text, by ASCII alone: what is a letter must not depend on the JDK's version. */
final class Chars {
    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(char c) {
        return isLower(c) || isUpper(c);
    }

    static boolean isAlphanumeric(char c) {
        return isLetter(c) || isDigit(c);
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** The character at a place, NUL before and after the text. */
    static char at(String text, int index) {
        return index < 0 || index >= text.length() ? 0 : text.charAt(index);
    }

    /** Whether a word may begin here: at no letter or digit, or after an escape such as {@code \n} or {@code %3D}. */
    static boolean startsWord(String text, int index) {
        char before = at(text, index - 1);
        if (!isAlphanumeric(before)) {
            return true;
        }
        boolean escape = at(text, index - 2) == '\\' && (before == 'n' || before == 'r' || before == 't');
        return escape || (isHex(before) && isHex(at(text, index - 2)) && at(text, index - 3) == '%');
    }

    /** Whether a word may end here. */
    static boolean endsWord(String text, int index) {
        char next = at(text, index);
        return !isAlphanumeric(next) && next != '_';
    }
}
