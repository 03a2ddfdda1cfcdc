package io.agent33.sync.core.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A link in HTML that crosses another reference ({@code <a href=x>[y</a>](z)}) is its first tag alone. */
final class Crossings {
    private final List<Reference> references;
    private final Deque<Integer> open = new ArrayDeque<>();

    private Crossings(List<Reference> references) {
        this.references = references;
    }

    /**
     * Cuts such links, in place.
     *
     * @param references in the order of their beginnings, the outer before the inner
     */
    static void cut(List<Reference> references) {
        if (references.stream().anyMatch(Crossings::isElement)) {
            new Crossings(references).run();
        }
    }

    private void run() {
        for (int i = 0; i < references.size(); i++) {
            Range range = references.get(i).range();
            while (!open.isEmpty() && at(open.peek()).range().end() <= range.start()) {
                open.pop();
            }
            while (!open.isEmpty() && !at(open.peek()).range().contains(at(i).range())) {
                if (isElement(at(i))) {
                    cut(i);
                } else {
                    cut(open.pop());
                }
            }
            open.push(i);
        }
    }

    private Reference at(int index) {
        return references.get(index);
    }

    private static boolean isElement(Reference reference) {
        return reference.form() == Form.HTML_LINK && reference.text().isPresent();
    }

    private void cut(int index) {
        Reference link = at(index);
        if (!isElement(link)) {
            return;
        }
        Range range = link.text()
                .map(text -> new Range(link.range().start(), text.start()))
                .orElse(link.range());
        references.set(
                index,
                new Reference(link.form(), range, link.position(), Optional.empty(), link.destination(), link.label()));
    }
}
