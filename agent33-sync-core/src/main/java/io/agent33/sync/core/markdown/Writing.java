package io.agent33.sync.core.markdown;

/** How a destination is written where it stands, which says what may stand there. */
public enum Writing {
    /** {@code (destination)} or {@code [label]: destination}: escapes, entities, percent-encoding; no blanks. */
    PLAIN,
    /** {@code <destination>}: the same, and blanks. */
    ANGLE,
    /** An attribute's value, in any quotes or none: entities and percent-encoding. */
    ATTRIBUTE,
    /** An address as it is, between angle brackets or bare. */
    ADDRESS,
    /** A path as it is. */
    MENTION
}
