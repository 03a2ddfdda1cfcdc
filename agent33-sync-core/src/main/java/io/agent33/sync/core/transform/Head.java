package io.agent33.sync.core.transform;

import java.util.Locale;
import java.util.Optional;

/**
 * The lines at the head of a text, as far as a stamp needs to know them.
 *
 * @param frontMatter where a key can be put into front matter: before its closing line; empty if there is none that holds keys
 * @param comment where a comment can stand: the first place after what must come first
 * @param end where the head ends
 */
record Head(Optional<Integer> frontMatter, int comment, int end) {
    private static final int MOST_LINES = 200;

    static Head of(String text) {
        Optional<Integer> closing = closingLine(text);
        int comment = afterPrologue(text);
        int end = closing.orElseGet(() -> lines(text, comment, 20));
        return new Head(closing, comment, end);
    }

    /** Front matter that holds keys: three dashes, lines of which the first is a key, three dashes. */
    private static Optional<Integer> closingLine(String text) {
        if (!lineAt(text, 0).stripTrailing().equals("---")) {
            return Optional.empty();
        }
        boolean keys = false;
        int at = next(text, 0);
        for (int i = 0; i < MOST_LINES && at < text.length(); i++) {
            String line = lineAt(text, at).stripTrailing();
            if (line.equals("---")) {
                return keys ? Optional.of(at) : Optional.empty();
            }
            if (!keys && !line.isBlank() && !line.startsWith("#")) {
                if (!isKey(line)) {
                    return Optional.empty();
                }
                keys = true;
            }
            at = next(text, at);
        }
        return Optional.empty();
    }

    private static boolean isKey(String line) {
        int colon = line.indexOf(':');
        return colon > 0
                && (Character.isLetter(line.charAt(0)) || line.charAt(0) == '_')
                && (colon + 1 == line.length() || line.charAt(colon + 1) == ' ');
    }

    /** After what some readers want to find at the very beginning: {@code #!}, an encoding, a declaration. */
    private static int afterPrologue(String text) {
        int at = 0;
        while (at < text.length()) {
            String line = lineAt(text, at).toLowerCase(Locale.ROOT);
            if (line.startsWith("<?xml") || line.startsWith("<!doctype")) {
                int close = text.indexOf('>', at);
                at = close < 0 ? text.length() : next(text, close);
            } else if (comesFirst(line, at)) {
                at = next(text, at);
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean comesFirst(String line, int at) {
        return (at == 0 && (line.startsWith("#!") || line.startsWith("@charset")))
                || (line.startsWith("#") && (line.contains("coding:") || line.contains("coding=")))
                || line.startsWith("# syntax=")
                || line.startsWith("# escape=");
    }

    private static int lines(String text, int from, int count) {
        int at = from;
        for (int i = 0; i < count && at < text.length(); i++) {
            at = next(text, at);
        }
        return at;
    }

    /** The line that begins at a place, without its end. */
    static String lineAt(String text, int start) {
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** Where the line after the one at a place begins. */
    static int next(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }
}
