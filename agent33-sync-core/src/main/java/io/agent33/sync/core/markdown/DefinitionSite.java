package io.agent33.sync.core.markdown;

import javax.annotation.Nullable;

/**
 * Where a definition stands of which it is known that it is one.
 *
 * @param start of its opening bracket in the leaf
 * @param label as it is written
 */
record DefinitionSite(LeafText leaf, int start, String label, LinkTail tail) {
    /** Null if our reading of it is another than the library's. */
    @Nullable
    static DefinitionSite in(LeafText leaf) {
        String text = leaf.text();
        int start = LinkTail.blanks(text, 0);
        int label = LinkTail.label(text, start + 1);
        int destination = LinkTail.blanks(text, label + 2);
        int end = LinkTail.destination(text, destination);
        if (label < 0 || end < 0) {
            return null;
        }
        int last = text.length();
        while (last > end && LinkTail.isBlank(text.charAt(last - 1))) {
            last--;
        }
        boolean angles = text.charAt(destination) == '<';
        return new DefinitionSite(
                leaf, start, text.substring(start + 1, label), new LinkTail(destination, end, angles, last));
    }

    /** Whether GitHub takes it for a footnote, whose text is prose. */
    boolean isFootnote() {
        return label.startsWith("^");
    }
}
