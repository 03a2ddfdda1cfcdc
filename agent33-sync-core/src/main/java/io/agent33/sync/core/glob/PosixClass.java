package io.agent33.sync.core.glob;

import io.agent33.sync.core.glob.CharacterSet.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The character classes of POSIX over ASCII, as git has them: in no locale, and the same under every Java release,
 * which Unicode's own classes are not.
 */
enum PosixClass {
    ALNUM("09AZaz"),
    ALPHA("AZaz"),
    BLANK("\t\t  "),
    CNTRL("\0\u001f\u007f\u007f"),
    DIGIT("09"),
    GRAPH("!~"),
    LOWER("az"),
    PRINT(" ~"),
    PUNCT("!/:@[`{~"),
    /** Git counts neither the vertical tab nor the form feed. */
    SPACE("\t\n\r\r  "),
    UPPER("AZ"),
    XDIGIT("09AFaf");

    /** The first and the last character of each range in turn. */
    private final String ends;

    PosixClass(String ends) {
        this.ends = ends;
    }

    List<Range> ranges() {
        return IntStream.range(0, ends.length() / 2)
                .mapToObj(range -> new Range(ends.charAt(2 * range), ends.charAt(2 * range + 1)))
                .toList();
    }

    static Optional<PosixClass> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.lowerName().equals(name))
                .findFirst();
    }

    /** All names, separated by commas. */
    static String names() {
        return Arrays.stream(values()).map(PosixClass::lowerName).collect(Collectors.joining(", "));
    }

    private String lowerName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
