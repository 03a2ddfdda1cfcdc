package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.link.LinkedText;
import io.agent33.sync.core.link.NamedPath;
import io.agent33.sync.core.link.Naming;
import io.agent33.sync.core.markdown.Destination;
import io.agent33.sync.core.markdown.DestinationKind;
import io.agent33.sync.core.markdown.Heading;
import io.agent33.sync.core.markdown.Range;
import io.agent33.sync.core.markdown.Reference;
import io.agent33.sync.core.markdown.Writing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Transforms of references, behind which each fragment leads to the heading that it led to before (S6): a heading that holds what
 * they change gets another id. What they make of other documents is taken for what the downstream gets.
 */
final class KeepAnchors implements Transform {
    private final LinkReader reader;
    private final List<Transform> steps;

    KeepAnchors(LinkReader reader, List<Transform> steps) {
        this.reader = reader;
        this.steps = List.copyOf(steps);
    }

    @Override
    public Document apply(Document document, TransformContext context) {
        Document changed = changed(document, context);
        String target = document.target().value();
        if (!LinkedText.isMarkdown(target)) {
            return changed;
        }
        Map<String, MovedIds> moved = new HashMap<>();
        moved.put(target, moved(document, changed));
        LinkEdits edits = new LinkEdits();
        for (Reference reference : reader.read(target, changed.text()).references()) {
            Optional<Range> place = fragment(reference, changed.text());
            if (place.isPresent()) {
                leadsTo(target, reference, context)
                        .map(it -> moved.computeIfAbsent(it, path -> moved(path, context)))
                        .flatMap(
                                ids -> ids.of(reference.destination().fragment().orElse("")))
                        .ifPresent(id -> edits.replace(place.get(), id));
            }
        }
        return changed.edit(edits.inOrder());
    }

    private Document changed(Document document, TransformContext context) {
        Document changed = document;
        for (Transform step : steps) {
            changed = step.apply(changed, context);
        }
        return changed;
    }

    /** Where a fragment stands behind its hash; empty if there is none, or it is written in a way that nobody writes. */
    private static Optional<Range> fragment(Reference reference, String text) {
        Destination destination = reference.destination();
        String fragment = destination.fragment().orElse("");
        if (fragment.isEmpty() || reference.form().isByDefinition()) {
            return Optional.empty();
        }
        int end = destination.range().end() - (destination.writing() == Writing.ANGLE ? 1 : 0);
        int start = text.indexOf('#', destination.pathRange().end()) + 1;
        if (start == 0 || start > end) {
            return Optional.empty();
        }
        String written = text.substring(start, end);
        boolean encoded = written.indexOf('%') >= 0 && written.indexOf('&') < 0 && written.indexOf('\\') < 0;
        return written.equals(fragment) || encoded ? Optional.of(new Range(start, end)) : Optional.empty();
    }

    /** The document downstream; of a folder its page. */
    private static Optional<String> leadsTo(String target, Reference reference, TransformContext context) {
        if (reference.destination().kind() == DestinationKind.ANCHOR) {
            return Optional.of(target);
        }
        return Naming.named(target, reference, context.delivered()::reaches)
                .map(NamedPath::path)
                .map(path -> LinkedText.isMarkdown(path) ? path : path + "/README.md");
    }

    private MovedIds moved(String target, TransformContext context) {
        return context.delivered()
                .source(target)
                .flatMap(source -> context.files()
                        .text(source)
                        .flatMap(text ->
                                context.delivered().file(source).map(place -> new Document(source, place, text))))
                .filter(this::canMove)
                .map(document -> moved(document, changed(document, context)))
                .orElse(MovedIds.NONE);
    }

    /** Whether a heading holds any reference: most documents have none that does. */
    private boolean canMove(Document document) {
        LinkedText read = read(document);
        TreeSet<Integer> places = new TreeSet<>();
        read.references().forEach(reference -> places.add(reference.range().start()));
        return read.markdown().stream()
                .flatMap(markdown -> markdown.headings().stream())
                .map(Heading::range)
                .anyMatch(range -> Optional.ofNullable(places.ceiling(range.start()))
                        .filter(place -> place < range.end())
                        .isPresent());
    }

    private MovedIds moved(Document before, Document after) {
        return before.text().equals(after.text())
                ? MovedIds.NONE
                : read(before)
                        .markdown()
                        .flatMap(was -> read(after).markdown().map(is -> MovedIds.of(was, is)))
                        .orElse(MovedIds.NONE);
    }

    private LinkedText read(Document document) {
        return reader.read(document.target().value(), document.text());
    }
}
