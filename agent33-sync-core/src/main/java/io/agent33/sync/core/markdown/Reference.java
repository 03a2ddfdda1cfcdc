package io.agent33.sync.core.markdown;

import java.util.Optional;

/**
 * A reference in a text. Ranges of references nest or are apart; only the destinations of references by one definition
 * are one and the same range.
 *
 * @param form how it is written
 * @param range the whole construct
 * @param position where the construct begins
 * @param text the link's text or the image's alternative, without its brackets; of an {@code <a>} what stands between the
 *     tags; empty for all others, and for an image in HTML. Replacing {@code range} by it unlinks the reference.
 * @param destination where it leads
 * @param label of a reference by definition and of the definition itself: the label as it is written, without brackets
 */
public record Reference(
        Form form,
        Range range,
        Position position,
        Optional<Range> text,
        Destination destination,
        Optional<String> label) {}
