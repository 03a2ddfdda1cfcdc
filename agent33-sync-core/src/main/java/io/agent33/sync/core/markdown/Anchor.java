package io.agent33.sync.core.markdown;

/**
 * An anchor in HTML: any element's {@code id}, or an {@code <a name>}.
 *
 * @param name its decoded name
 * @param range the tag
 * @param position where the tag begins
 */
public record Anchor(String name, Range range, Position position) {}
