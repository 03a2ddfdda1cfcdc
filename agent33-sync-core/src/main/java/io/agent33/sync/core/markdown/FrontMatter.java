package io.agent33.sync.core.markdown;

/**
 * YAML at the top of a text, between lines of three hyphens.
 *
 * @param range all of it, with both lines of hyphens and their line ends
 * @param content the lines between
 */
public record FrontMatter(Range range, Range content) {}
