package io.agent33.sync.core.markdown;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.annotation.Nullable;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/** Walks over the blocks of one document, whose text begins at an offset of a larger one. */
final class Blocks {
    private static final int MOST_SPANS = 4_000_000;

    private final Findings findings;
    private final int base;
    private final IdentityHashMap<Node, SourceLines> leaves = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Destination> definitions = new IdentityHashMap<>();
    private @Nullable InlineParserContext context;

    /** @param base where the document begins in the text */
    Blocks(Findings findings, int base) {
        this.findings = findings;
        this.base = base;
    }

    void read() {
        Node document = parsed(findings.document.substring(base));
        each(document, this::definition);
        each(document, this::block);
    }

    /** A table with too many cells for the library is read as a paragraph. */
    private Node parsed(String text) {
        try {
            return parser(true).parse(text);
        } catch (IllegalArgumentException e) {
            leaves.clear();
            return parser(false).parse(text);
        }
    }

    /** Each open block keeps a span for each line in it: the more lines, the fewer may be open. */
    private Parser parser(boolean tables) {
        int depth = Math.max(20, Math.min(100, MOST_SPANS / findings.lines.count()));
        return Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(depth)
                .extensions(tables ? List.of(TablesExtension.create()) : List.of())
                .inlineParserFactory(given -> {
                    context = given;
                    return (lines, node) -> leaves.put(node, lines);
                })
                .build();
    }

    private static void each(Node document, BiConsumer<Node, List<SourceSpan>> visit) {
        Node node = document;
        while (node != null) {
            visit.accept(node, node.getSourceSpans());
            Node next = node.getFirstChild();
            while (next == null && node != null) {
                next = node.getNext();
                node = next == null ? node.getParent() : node;
            }
            node = next;
        }
    }

    private void definition(Node node, List<SourceSpan> spans) {
        DefinitionSite site = node instanceof LinkReferenceDefinition ? DefinitionSite.in(leaf(spans)) : null;
        if (site == null) {
            return;
        }
        LinkTail tail = site.tail();
        if (site.isFootnote()) {
            new InlineScan(site.leaf(), findings, this::definition).run(tail.start());
            return;
        }
        Destination destination =
                findings.destinations.read(site.leaf(), tail.start(), tail.destinationEnd(), tail.writing());
        definitions.put(node, destination);
        Range range = site.leaf().range(site.start(), tail.end());
        findings.reference(Form.DEFINITION, range, Optional.empty(), destination, Optional.of(site.label()));
    }

    /** What a label is defined as. GitHub takes labels with a circumflex for footnotes. */
    private Optional<Destination> definition(String label) {
        if (context == null || label.startsWith("^")) {
            return Optional.empty();
        }
        LinkReferenceDefinition found = context.getDefinition(LinkReferenceDefinition.class, label);
        return found == null ? Optional.empty() : Optional.ofNullable(definitions.get(found));
    }

    private void block(Node node, List<SourceSpan> spans) {
        if (node instanceof FencedCodeBlock code) {
            code(code, spans);
        } else if (node instanceof IndentedCodeBlock code && !spans.isEmpty()) {
            Range lines = lines(spans, 0, spans.size());
            code(new CodeBlock(false, "", "", whole(spans), lines, position(lines), code.getLiteral()), spans);
        } else if (node instanceof HtmlBlock) {
            new HtmlScan(leaf(spans), findings).run();
        } else {
            inlines(node, spans);
        }
    }

    private void inlines(Node node, List<SourceSpan> spans) {
        LeafText leaf = new LeafText(findings.document);
        SourceLines lines = leaves.get(node);
        for (SourceLine line : lines == null ? List.<SourceLine>of() : lines.getLines()) {
            line(node, line, leaf);
        }
        InlineScan scan = new InlineScan(leaf.done(), findings, this::definition);
        scan.run(0);
        if (node instanceof Heading heading && !spans.isEmpty()) {
            String text = HeadingText.of(leaf.text(), scan, findings.entities);
            findings.headings.add(new Findings.RawHeading(heading.getLevel(), whole(spans), text));
        }
    }

    /** A cell that a row leaves out stands nowhere. */
    private void line(Node node, SourceLine line, LeafText leaf) {
        SourceSpan span = line.getSourceSpan();
        if (span == null) {
            return;
        }
        if (node instanceof TableCell) {
            leaf.cell(line.getContent(), base + span.getInputIndex());
        } else {
            leaf.line(line.getContent(), base + span.getInputIndex());
        }
    }

    private void code(FencedCodeBlock node, List<SourceSpan> spans) {
        boolean closed = node.getClosingFenceLength() != null && spans.size() > 1;
        List<SourceSpan> inside = spans.subList(1, closed ? spans.size() - 1 : spans.size());
        int first = line(spans.get(0)) + 1;
        int last = closed ? line(spans.get(spans.size() - 1)) : line(spans.get(spans.size() - 1)) + 1;
        Range lines = new Range(findings.lines.start(first), findings.lines.start(Math.max(first, last)));
        String info = node.getInfo() == null ? "" : node.getInfo();
        String language = info.strip().split("[\\s,{]", 2)[0].toLowerCase(Locale.ROOT);
        code(new CodeBlock(true, language, info, whole(spans), lines, position(lines), node.getLiteral()), inside);
    }

    private void code(CodeBlock block, List<SourceSpan> lines) {
        findings.codeBlocks.add(block);
        for (SourceSpan line : lines) {
            int start = base + line.getInputIndex();
            findings.mentions(start, start + line.getLength(), Form.CODE_BLOCK);
        }
    }

    private Position position(Range range) {
        return findings.lines.position(range.start());
    }

    private LeafText leaf(List<SourceSpan> spans) {
        LeafText leaf = new LeafText(findings.document);
        for (SourceSpan span : spans) {
            int start = base + span.getInputIndex();
            leaf.line(findings.document.substring(start, start + span.getLength()), start);
        }
        return leaf.done();
    }

    private Range whole(List<SourceSpan> spans) {
        SourceSpan last = spans.get(spans.size() - 1);
        return new Range(base + spans.get(0).getInputIndex(), base + last.getInputIndex() + last.getLength());
    }

    private Range lines(List<SourceSpan> spans, int from, int to) {
        int first = line(spans.get(from));
        return new Range(findings.lines.start(first), findings.lines.start(line(spans.get(to - 1)) + 1));
    }

    private int line(SourceSpan span) {
        return findings.lines.at(base + span.getInputIndex());
    }
}
