package io.agent33.sync.core.pullrequest;

import java.util.List;

/**
 * A further section of a pull request's body, between the validation table and the closing rule (S11).
 *
 * @param title without the marks of a heading; one line of at most 100 characters, the engine's own words
 * @param lines Markdown, each line a whole by itself (a list item, say), so that any number of them can be cut off;
 *     text from the upstream stands in them as {@link InertMarkdown#code}
 */
public record BodySection(String title, List<String> lines) {
    private static final int MAX_TITLE = 100;

    /** @throws IllegalArgumentException if the title is not as told, or a line holds a line end */
    public BodySection {
        lines = List.copyOf(lines);
        if (title.isBlank() || title.length() > MAX_TITLE || hasLineEnd(title)) {
            throw new IllegalArgumentException(
                    "a section's title is one line of 1 to " + MAX_TITLE + " characters, not \"" + title + "\"");
        }
        if (lines.stream().anyMatch(BodySection::hasLineEnd)) {
            throw new IllegalArgumentException("section \"" + title + "\": one of its lines holds a line end");
        }
    }

    private static boolean hasLineEnd(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
