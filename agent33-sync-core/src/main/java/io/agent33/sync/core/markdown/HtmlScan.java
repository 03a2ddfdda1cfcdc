package io.agent33.sync.core.markdown;

/** Reads a block of HTML: its tags, the mentions in its text and comments, and headings that are written as elements. */
final class HtmlScan {
    private final LeafText leaf;
    private final String text;
    private final Findings findings;
    private final Markup markup;
    private final HtmlLinks links;
    private final StringBuilder title = new StringBuilder();
    private int level;
    private int headingStart;

    HtmlScan(LeafText leaf, Findings findings) {
        this.leaf = leaf;
        this.text = leaf.text();
        this.findings = findings;
        this.markup = new Markup(text);
        this.links = new HtmlLinks(leaf, findings);
    }

    void run() {
        int from = 0;
        int open = text.indexOf('<');
        while (open >= 0) {
            int end = markup(from, open);
            if (end > open) {
                from = end;
            }
            open = text.indexOf('<', Math.max(end, open + 1));
        }
        text(from, text.length());
        links.end();
    }

    /** What begins with a bracket, and the text before it; where it ends, or the bracket itself if it is text. */
    private int markup(int from, int open) {
        Tag tag = Tag.at(text, open);
        if (tag != null) {
            text(from, open);
            links.tag(tag);
            heading(tag);
            return tag.end();
        }
        int comment = markup.comment(open);
        int end = comment < 0 ? markup.instruction(open) : comment;
        if (end < 0) {
            return open;
        }
        text(from, open);
        if (comment >= 0) {
            findings.mentions(leaf, Math.min(open + 4, end), Math.max(open + 4, end - 3), Form.COMMENT);
        }
        return end;
    }

    private void text(int start, int end) {
        findings.mentions(leaf, start, end, Form.TEXT);
        for (int i = start; level > 0 && i < end; ) {
            int entity = text.charAt(i) == '&' ? findings.entities.length(text, i, end) : 0;
            title.append(
                    entity > 0 ? findings.entities.decode(text.substring(i, i + entity)) : text.substring(i, i + 1));
            i += Math.max(1, entity);
        }
    }

    private void heading(Tag tag) {
        boolean heading = tag.name().length() == 2
                && tag.name().charAt(0) == 'h'
                && "123456".indexOf(tag.name().charAt(1)) >= 0;
        if (!heading) {
            return;
        }
        if (tag.closing() && level > 0) {
            Range range = leaf.range(headingStart, tag.end());
            findings.headings.add(
                    new Findings.RawHeading(level, range, title.toString().strip()));
        }
        level = tag.closing() ? 0 : tag.name().charAt(1) - '0';
        headingStart = tag.start();
        title.setLength(0);
    }
}
