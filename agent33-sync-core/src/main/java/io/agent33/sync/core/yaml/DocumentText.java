package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of one document among several. A line that starts with {@code ---} or {@code ...} separates documents wherever
 * it stands, even inside quotes, so that they can be told apart before they are parsed: one that is broken does not
 * take the others with it.
 *
 * @param file for messages
 * @param firstLine the line in the file, from 1, of this text's first line
 * @param text with the separator that opens the document, without the one that closes it
 */
record DocumentText(String file, int firstLine, String text) {
    /** A line with a percent sign after nothing but blank lines, comments and the version. */
    private static final Pattern DIRECTIVE = Pattern.compile(
            "(?:(?:[ \\t]*+(?:#.*+)?|%YAML 1\\.[0-9]++[ \\t]*+)\\R)*+%(?!YAML 1\\.[0-9]++[ \\t]*+$)",
            Pattern.MULTILINE);

    private static final Pattern NOTHING_BUT_PREAMBLE = Pattern.compile(
            "(?:(?:[ \\t]*+(?:#.*+)?|%YAML 1\\.[0-9]++[ \\t]*+|---[ \\t]*+(?:[ \\t]#.*+)?)(?:\\R|\\z))*+");

    /** The documents of a text, without those that hold nothing but comments. */
    static List<DocumentText> split(String file, String text) {
        List<DocumentText> documents = new ArrayList<>();
        int start = 0;
        int startLine = 1;
        int line = 1;
        for (int at = 0; at < text.length(); at = nextLine(text, at), line++) {
            boolean opens = isSeparator(text, at, "---");
            if (opens || isSeparator(text, at, "...")) {
                documents.add(new DocumentText(file, startLine, text.substring(start, at)));
                start = opens ? at : at + "...".length();
                startLine = line;
            }
        }
        documents.add(new DocumentText(file, startLine, text.substring(start)));
        documents.removeIf(
                document -> NOTHING_BUT_PREAMBLE.matcher(document.text).matches());
        return documents;
    }

    Location start() {
        return new Location(file, firstLine, 1);
    }

    /** Where a directive other than YAML's version stands before the document. */
    Optional<Location> directive() {
        Matcher matcher = DIRECTIVE.matcher(text);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        int breaks = (int) text.substring(0, matcher.end()).lines().count() - 1;
        return Optional.of(new Location(file, firstLine + breaks, 1));
    }

    /** One of its lines, counted from 0, without its break; empty if there is no such line. */
    String line(int number) {
        int at = 0;
        for (int skipped = 0; skipped < number && at < text.length(); skipped++) {
            at = nextLine(text, at);
        }
        return text.substring(at, nextLine(text, at)).stripTrailing();
    }

    private static boolean isSeparator(String text, int at, String separator) {
        int after = at + separator.length();
        return text.startsWith(separator, at) && (after == text.length() || " \t\r\n".indexOf(text.charAt(after)) >= 0);
    }

    /** Where the line after this one starts; a lone carriage return ends a line too. */
    private static int nextLine(String text, int at) {
        for (int i = at; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\n' || (unit == '\r' && !text.startsWith("\n", i + 1))) {
                return i + 1;
            }
        }
        return text.length();
    }
}
