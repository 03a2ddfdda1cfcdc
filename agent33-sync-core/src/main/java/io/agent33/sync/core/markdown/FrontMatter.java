package io.agent33.sync.core.markdown;

import java.util.Optional;

/**
 * YAML at the top of a text, between lines of three hyphens, as Jekyll and GitHub have it.
 *
 * @param range all of it, with both lines of hyphens and their line ends, without a byte-order mark
 * @param content the lines between
 * @param keys whether they are keys, each on lines of its own, or nothing: then one more can stand behind them
 */
public record FrontMatter(Range range, Range content, boolean keys) {
    /** What a text begins with, its byte-order mark aside; empty if that is no front matter, or it is never closed. */
    public static Optional<FrontMatter> of(String text) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        int content = next(text, start);
        if (!isHyphens(text, start, content)) {
            return Optional.empty();
        }
        for (int at = content; at < text.length(); ) {
            int next = next(text, at);
            if (isHyphens(text, at, next)) {
                Range lines = new Range(content, at);
                return Optional.of(new FrontMatter(new Range(start, next), lines, areKeys(lines.of(text))));
            }
            at = next;
        }
        return Optional.empty();
    }

    private static boolean isHyphens(String text, int start, int end) {
        return text.startsWith("---", start)
                && start + 3 <= end
                && text.substring(start + 3, end).isBlank();
    }

    private static int next(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
    }

    /** By the first line that says something: the others are as it is, or nobody can read them. */
    private static boolean areKeys(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .map(FrontMatter::isKey)
                .orElse(true);
    }

    private static boolean isKey(String line) {
        char first = line.charAt(0);
        int colon = line.indexOf(':', first == '"' || first == '\'' ? Math.max(0, line.indexOf(first, 1)) : 0);
        return colon > 0
                && (Character.isLetterOrDigit(first) || "_\"'".indexOf(first) >= 0)
                && (colon + 1 == line.length() || line.charAt(colon + 1) == ' ');
    }
}
