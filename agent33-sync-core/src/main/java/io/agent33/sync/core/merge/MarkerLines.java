package io.agent33.sync.core.merge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.merge.ConflictMarkers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds our markers in a file, and only ours (S8): a line that begins with at least seven {@code <}, {@code |} or {@code >} in a
 * row, a space and {@value ConflictMarkers#NAME}. The separator carries no label, so one that is left alone is not found.
 */
public final class MarkerLines {
    private static final Pattern MARKER = Pattern.compile("(<{7,}+|\\|{7,}+|>{7,}+) " + ConflictMarkers.NAME);

    private MarkerLines() {}

    /** Whether any of our markers is left, half a block included. */
    public static boolean holdsOurs(byte[] content) {
        return !ranges(content).isEmpty();
    }

    /** The lines that are markers of ours, without their ends. */
    public static Set<String> in(byte[] content) {
        Set<String> markers = new HashSet<>();
        String text = new String(content, ISO_8859_1);
        for (int start = first(text); start >= 0; start = next(text, start)) {
            if (kindAt(text, start) != ' ') {
                int end = text.indexOf('\n', start);
                markers.add(text.substring(start, end < 0 ? text.length() : end).stripTrailing());
            }
        }
        return markers;
    }

    /**
     * Where our markers are: from each start to its end, both included. What is left of a block that somebody has half
     * resolved is listed as what lies between its first and its last marker.
     */
    public static List<Conflict> ranges(byte[] content) {
        List<Conflict> found = new ArrayList<>();
        String text = new String(content, ISO_8859_1);
        int first = 0;
        int last = 0;
        int line = 1;
        for (int start = first(text); start >= 0; start = next(text, start), line++) {
            char kind = kindAt(text, start);
            if (kind == '<' && first > 0) {
                found.add(new Conflict(first, last));
                first = 0;
            }
            if (kind != ' ') {
                first = first > 0 ? first : line;
                last = line;
            }
            if (kind == '>') {
                found.add(new Conflict(first, last));
                first = 0;
            }
        }
        if (first > 0) {
            found.add(new Conflict(first, last));
        }
        return found;
    }

    /** The first line's place, behind a byte-order mark. */
    private static int first(String text) {
        return text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    }

    private static int next(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? -1 : end + 1;
    }

    /** The marker's character; a space if that line is none. */
    private static char kindAt(String text, int start) {
        if (start >= text.length() || "<|>".indexOf(text.charAt(start)) < 0) {
            return ' ';
        }
        Matcher marker = MARKER.matcher(text).region(start, text.length());
        return marker.lookingAt() ? text.charAt(start) : ' ';
    }

    /** The least size of markers that is more than any run of marker characters in these texts, anywhere in a line. */
    static int sizeFor(String... texts) {
        int longest = ConflictMarkers.MIN_SIZE - 1;
        for (String text : texts) {
            int run = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean marks = c == '<' || c == '|' || c == '=' || c == '>';
                run = !marks ? 0 : i > 0 && text.charAt(i - 1) == c ? run + 1 : 1;
                longest = Math.max(longest, run);
            }
        }
        return longest + 1;
    }
}
