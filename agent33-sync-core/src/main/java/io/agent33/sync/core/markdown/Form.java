package io.agent33.sync.core.markdown;

/** How a reference is written. */
public enum Form {
    /** {@code [text](destination)}. */
    LINK,
    /** {@code ![alternative](destination)}. */
    IMAGE,
    /** {@code [text][label]}, {@code [label][]} or {@code [label]}; the destination stands at the definition. */
    REFERENCE_LINK,
    /** The same of an image. */
    REFERENCE_IMAGE,
    /** {@code [label]: destination}. */
    DEFINITION,
    /** {@code <https://example.com>}. */
    AUTOLINK,
    /** {@code https://example.com} or {@code www.example.com} in prose, which GitHub makes a link. */
    BARE_URL,
    /** {@code <a href>}; the text is what stands before the closing tag, if that is in the same block. */
    HTML_LINK,
    /** {@code <img src>}. */
    HTML_IMAGE,
    /** A path mention in prose, a heading, a table, a link's text, an HTML element, or any other text file. */
    TEXT,
    /** A path mention in a code span. */
    CODE_SPAN,
    /** A path mention in a fenced or indented code block. */
    CODE_BLOCK,
    /** A path mention in an HTML comment. */
    COMMENT,
    /** A path mention in front matter. */
    FRONT_MATTER;

    /** Whether it is a path that only stands there, and no link. */
    public boolean isMention() {
        return compareTo(TEXT) >= 0;
    }

    public boolean isImage() {
        return this == IMAGE || this == REFERENCE_IMAGE || this == HTML_IMAGE;
    }

    /** Whether its destination stands elsewhere, at a {@link #DEFINITION} that others may share. */
    public boolean isByDefinition() {
        return this == REFERENCE_LINK || this == REFERENCE_IMAGE;
    }
}
