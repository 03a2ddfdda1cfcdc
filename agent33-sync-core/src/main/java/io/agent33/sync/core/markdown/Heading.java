package io.agent33.sync.core.markdown;

/**
 * A heading, of either kind or in HTML.
 *
 * @param level 1 to 6
 * @param range the whole heading, marks included
 * @param position where it begins
 * @param text what a reader sees of it
 * @param id what GitHub makes of the text, so that {@code #id} leads to it; duplicates end in {@code -1}, {@code -2}, …
 */
public record Heading(int level, Range range, Position position, String text, String id) {}
