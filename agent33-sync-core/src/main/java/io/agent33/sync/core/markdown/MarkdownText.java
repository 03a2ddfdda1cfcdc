package io.agent33.sync.core.markdown;

import java.util.List;
import java.util.Optional;

/**
 * A Markdown text and what stands in it, from one parse (S6, S7): immutable, so that it can be kept by blob and shared by
 * threads. All ranges are ranges of {@link #text()}.
 *
 * <p>Parsing follows CommonMark and, of GitHub's Markdown, tables, bare addresses, front matter and footnotes; no
 * input makes it fail, and its time is linear. A text of more than 200,000 lines is not read as Markdown: only its path mentions are found. GitHub
 * does not render such a text either.
 */
public final class MarkdownText {
    static final int MOST_LINES = 200_000;

    private final String text;
    private final Optional<FrontMatter> frontMatter;
    private final List<Reference> references;
    private final List<Heading> headings;
    private final List<Anchor> anchors;
    private final List<CodeBlock> codeBlocks;

    private MarkdownText(Findings findings, Optional<FrontMatter> frontMatter) {
        this.text = findings.document;
        this.frontMatter = frontMatter;
        this.references = findings.references();
        this.headings = findings.headings();
        this.anchors = findings.anchors();
        this.codeBlocks = List.copyOf(findings.codeBlocks);
    }

    /** @param text with its byte-order mark, if it has one */
    public static MarkdownText parse(String text) {
        Findings findings = new Findings(text);
        if (findings.lines.count() > MOST_LINES) {
            findings.mentions(0, text.length(), Form.TEXT);
            return new MarkdownText(findings, Optional.empty());
        }
        Optional<FrontMatter> frontMatter = FrontMatter.of(text);
        frontMatter.ifPresent(found ->
                findings.mentions(found.content().start(), found.content().end(), Form.FRONT_MATTER));
        int base = frontMatter.map(found -> found.range().end()).orElse(text.startsWith("\uFEFF") ? 1 : 0);
        new Blocks(findings, base).read();
        return new MarkdownText(findings, frontMatter);
    }

    /** The text that was parsed. */
    public String text() {
        return text;
    }

    /** All references in the order of their beginnings, the outer before the inner. */
    public List<Reference> references() {
        return references;
    }

    /** All headings in their order. */
    public List<Heading> headings() {
        return headings;
    }

    /** Anchors in HTML, in their order. */
    public List<Anchor> anchors() {
        return anchors;
    }

    /** All code blocks in their order. */
    public List<CodeBlock> codeBlocks() {
        return codeBlocks;
    }

    public Optional<FrontMatter> frontMatter() {
        return frontMatter;
    }
}
