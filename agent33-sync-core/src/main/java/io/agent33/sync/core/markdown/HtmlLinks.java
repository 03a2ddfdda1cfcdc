package io.agent33.sync.core.markdown;

import java.util.Optional;
import javax.annotation.Nullable;

/** Links, images and anchors among the tags of one block, which come in their order. */
final class HtmlLinks {
    private final LeafText leaf;
    private final Findings findings;
    private @Nullable Tag open;
    private @Nullable Tag.Attribute href;

    HtmlLinks(LeafText leaf, Findings findings) {
        this.leaf = leaf;
        this.findings = findings;
    }

    void tag(Tag tag) {
        boolean link = tag.name().equals("a");
        if (link) {
            close(tag);
        }
        if (tag.closing()) {
            return;
        }
        anchor(tag, "id");
        if (link) {
            anchor(tag, "name");
            href = attribute(tag, "href");
            open = href == null ? null : tag;
        }
        Tag.Attribute source = tag.name().equals("img") ? attribute(tag, "src") : null;
        if (source != null) {
            findings.reference(Form.HTML_IMAGE, leaf.range(tag.start(), tag.end()), destination(source));
        }
    }

    /** A link that is still open is nothing but its tag. */
    void end() {
        close(null);
    }

    private void close(@Nullable Tag by) {
        if (open == null || href == null) {
            return;
        }
        Range range = leaf.range(open.start(), open.end());
        Optional<Range> text = Optional.empty();
        if (by != null && by.closing()) {
            range = leaf.range(open.start(), by.end());
            text = Optional.of(leaf.range(open.end(), by.start()));
        }
        findings.reference(Form.HTML_LINK, range, text, destination(href), Optional.empty());
        open = null;
    }

    private void anchor(Tag tag, String attribute) {
        Tag.Attribute found = attribute(tag, attribute);
        String name = found == null ? "" : destination(found).url();
        if (!name.isEmpty()) {
            findings.anchor(name, leaf.range(tag.start(), tag.end()));
        }
    }

    private Destination destination(Tag.Attribute value) {
        return findings.destinations.read(leaf, value.start(), value.end(), Writing.ATTRIBUTE);
    }

    private static @Nullable Tag.Attribute attribute(Tag tag, String name) {
        for (Tag.Attribute each : tag.attributes()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }
}
