package io.agent33.sync.core.glob;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random globs and paths over so few characters that they often meet. */
final class GlobGenerator {
    private static final String[] SINGLES = {
        "a",
        "b",
        "a",
        "b",
        ".a",
        "\\a",
        "\\b",
        "?",
        "?",
        "*",
        "*",
        "**",
        "[ab]",
        "[!a]",
        "[^b.]",
        "[a-b]",
        "[]a]",
        "[a-]",
        "[[:alpha:]]",
        "[![:punct:]]",
        "[x/a]",
        "[a.\\]]"
    };

    private static final String CHARACTERS = "aaaabbbb.]";

    private final Random random;

    GlobGenerator(Random random) {
        this.random = random;
    }

    String path() {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(segment -> IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(at -> String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length()))))
                        .collect(Collectors.joining()))
                // "." and ".." are no names of files, and ".git" cannot arise
                .map(segment -> segment.matches("\\.+") ? segment + "a" : segment)
                .collect(Collectors.joining("/"));
    }

    String patternWithoutBraces() {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(segment -> random.nextInt(4) == 0 ? "**" : singles())
                .collect(Collectors.joining("/"));
    }

    /** May turn out to be no glob at all in some alternative of its braces. */
    String patternWithBraces() {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(segment -> random.nextInt(5) == 0 ? "**" : mixed(2))
                .collect(Collectors.joining("/"));
    }

    private String singles() {
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(at -> single())
                .collect(Collectors.joining());
    }

    private String mixed(int depth) {
        return IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(at -> depth > 0 && random.nextInt(3) == 0 ? braces(depth) : single())
                .collect(Collectors.joining());
    }

    private String braces(int depth) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(branch -> branch(depth))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String branch(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "/" + mixed(depth - 1);
            case 2 -> mixed(depth - 1) + "/";
            case 3 -> mixed(depth - 1) + "/" + mixed(depth - 1);
            case 4 -> "*";
            default -> mixed(depth - 1);
        };
    }

    private String single() {
        return SINGLES[random.nextInt(SINGLES.length)];
    }
}
