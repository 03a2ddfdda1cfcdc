package io.agent33.sync.core.print;

import io.agent33.sync.core.text.OneLine;
import java.nio.charset.StandardCharsets;

/** Paths as they stand in a diff of git: in quotes, with C's escapes, where they hold something that is not to be seen. */
final class GitPath {
    private GitPath() {}

    /** For the {@code diff --git} line: {@code a/} and the path. */
    static String prefixed(String prefix, String path) {
        String whole = prefix + path;
        return whole.codePoints().anyMatch(GitPath::escaped) ? quoted(whole) : whole;
    }

    /**
     * For the {@code ---} and {@code +++} lines, where a name with a space is ended by a tab, lest the rest of it be taken
     * for a time.
     */
    static String ended(String prefix, String path) {
        String name = prefixed(prefix, path);
        return name.indexOf(' ') >= 0 && !name.startsWith("\"") ? name + "\t" : name;
    }

    private static boolean escaped(int codePoint) {
        return codePoint == '"' || codePoint == '\\' || OneLine.unsafe(codePoint);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (escaped(c)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('\\').append(octal(b));
                }
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }

    private static String octal(byte value) {
        String digits = Integer.toOctalString(value & 0xFF);
        return "0".repeat(3 - digits.length()) + digits;
    }
}
