package io.agent33.sync.core.validate.secret;

import java.util.Set;
import java.util.stream.IntStream;

/** Tells what was drawn at random from what somebody wrote. */
final class Entropy {
    private static final int MIN_RANDOM = 16;
    private static final int MIN_HEX = 24;
    private static final int MIN_PASSWORD = 10;
    private static final Set<Integer> UUID_HYPHENS = Set.of(8, 13, 18, 23);

    private Entropy() {}

    /** Shannon's, in bits a character, of the characters as they are counted in the text itself. */
    static double of(String text) {
        double bits = 0;
        int[] counts = text.chars().sorted().toArray();
        for (int i = 0; i < counts.length; ) {
            int run = i;
            while (run < counts.length && counts[run] == counts[i]) {
                run++;
            }
            double share = (double) (run - i) / counts.length;
            bits -= share * Math.log(share) / Math.log(2);
            i = run;
        }
        return bits;
    }

    /** Whether a value looks like a random key: long, mixed, and neither words nor a UUID. */
    static boolean isRandom(String value) {
        if (value.length() < MIN_RANDOM || isUuid(value) || isMadeOfWords(value)) {
            return false;
        }
        if (value.chars().allMatch(c -> Chars.isHex((char) c))) {
            return value.length() >= MIN_HEX && of(value) >= 3.0;
        }
        boolean mixed = count(value, Chars::isDigit) >= 2 && count(value, Chars::isLetter) >= 2;
        return (mixed || changes(value) * 2 >= value.length()) && of(value) >= (value.length() < 20 ? 3.2 : 3.5);
    }

    /** Whether a value looks like a password that a machine or a careful person made. */
    static boolean isStrongPassword(String value) {
        long special = value.chars()
                .filter(c -> c > ' ' && c < 0x7F && !Chars.isAlphanumeric((char) c))
                .count();
        int sorts = (count(value, Chars::isLower) > 0 ? 1 : 0)
                + (count(value, Chars::isUpper) > 0 ? 1 : 0)
                + (count(value, Chars::isDigit) > 0 ? 1 : 0)
                + (special > 0 ? 1 : 0);
        return value.length() >= MIN_PASSWORD && sorts >= 3 && of(value) >= 2.75 && !isMadeOfWords(value);
    }

    private interface Sort {
        boolean holds(char c);
    }

    private static int count(String value, Sort sort) {
        return (int) value.chars().filter(c -> sort.holds((char) c)).count();
    }

    /** How often upper case, lower case and digits follow one another. */
    private static int changes(String value) {
        return (int) IntStream.range(1, value.length())
                .filter(i -> sort(value.charAt(i)) != sort(value.charAt(i - 1)))
                .count();
    }

    private static int sort(char c) {
        return Chars.isDigit(c) ? 0 : Chars.isLower(c) ? 1 : Chars.isUpper(c) ? 2 : 3;
    }

    /** {@code my-token-2024}, {@code v1.2.3}, {@code settings.API_TOKEN}: names and versions, whatever their entropy. */
    private static boolean isMadeOfWords(String value) {
        int from = 0;
        for (int i = 0; i <= value.length(); i++) {
            boolean between = i == value.length() || !Chars.isAlphanumeric(value.charAt(i));
            if (between && !isWordOrNumber(value.substring(from, i))) {
                return false;
            }
            from = between ? i + 1 : from;
        }
        return true;
    }

    private static boolean isWordOrNumber(String part) {
        int digits = count(part, Chars::isDigit);
        if (digits == part.length()) {
            return digits <= 8;
        }
        boolean numberAtEnd =
                digits <= 4 && part.chars().skip(part.length() - digits).allMatch(c -> Chars.isDigit((char) c));
        return numberAtEnd && part.length() <= 24 && changes(part) * 3 <= part.length() + 2;
    }

    private static boolean isUuid(String value) {
        return value.length() == 36
                && IntStream.range(0, 36)
                        .allMatch(
                                i -> UUID_HYPHENS.contains(i) ? value.charAt(i) == '-' : Chars.isHex(value.charAt(i)));
    }
}
