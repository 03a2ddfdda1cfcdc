package io.agent33.sync.core.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one reading has found so far; for one thread. */
final class Findings {
    private static final Comparator<Reference> IN_ORDER = Comparator.<Reference>comparingInt(
                    found -> found.range().start())
            .thenComparing(found -> found.range().end(), Comparator.reverseOrder())
            .thenComparing(Reference::form);

    final String document;
    final Lines lines;
    final Entities entities = new Entities();
    final Destinations destinations;
    final List<RawHeading> headings = new ArrayList<>();
    final List<CodeBlock> codeBlocks = new ArrayList<>();
    private final List<Anchor> anchors = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    /** A heading before it is known which ids others have. */
    record RawHeading(int level, Range range, String text) {}

    Findings(String document) {
        this.document = document;
        this.lines = Lines.of(document);
        this.destinations = new Destinations(document, entities);
    }

    void reference(Form form, Range range, Optional<Range> text, Destination destination, Optional<String> label) {
        references.add(new Reference(form, range, lines.position(range.start()), text, destination, label));
    }

    void reference(Form form, Range range, Destination destination) {
        reference(form, range, Optional.empty(), destination, Optional.empty());
    }

    void anchor(String name, Range range) {
        anchors.add(new Anchor(name, range, lines.position(range.start())));
    }

    /** The mentions in a stretch of a block. */
    void mentions(LeafText leaf, int start, int end, Form form) {
        Mentions.in(leaf.text(), start, end, form, (from, destination, to) -> {
            Range range = leaf.range(from, to);
            reference(form, range, destinations.verbatim(leaf.range(from, destination), Writing.MENTION));
        });
    }

    /** The mentions in a stretch of the document. */
    void mentions(int start, int end, Form form) {
        Mentions.in(
                document,
                start,
                end,
                form,
                (from, destination, to) -> reference(
                        form,
                        new Range(from, to),
                        destinations.verbatim(new Range(from, destination), Writing.MENTION)));
    }

    List<Reference> references() {
        references.sort(IN_ORDER);
        Crossings.cut(references);
        references.sort(IN_ORDER);
        return List.copyOf(references);
    }

    List<Anchor> anchors() {
        anchors.sort(Comparator.comparingInt(anchor -> anchor.range().start()));
        return List.copyOf(anchors);
    }

    /** In their order, with the ids that GitHub gives them. */
    List<Heading> headings() {
        headings.sort(Comparator.comparingInt(heading -> heading.range().start()));
        HeadingIds ids = new HeadingIds();
        return headings.stream()
                .map(each -> new Heading(
                        each.level(),
                        each.range(),
                        lines.position(each.range().start()),
                        each.text(),
                        ids.next(each.text())))
                .toList();
    }
}
