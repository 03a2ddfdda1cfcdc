package io.agent33.sync.core.validate;

import io.agent33.sync.core.link.LinkedText;
import io.agent33.sync.core.link.Naming;
import io.agent33.sync.core.markdown.Anchor;
import io.agent33.sync.core.markdown.DestinationKind;
import io.agent33.sync.core.markdown.Form;
import io.agent33.sync.core.markdown.Heading;
import io.agent33.sync.core.markdown.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** What of a file can be broken or be linked to; it depends on the content alone. Thread-safe. */
final class LinkedFile {
    static final LinkedFile BINARY = new LinkedFile(false, List.of(), Set.of(), 0);

    /** As many characters take about as much memory as a reference. */
    private static final int WEIGHT = 200;

    private final boolean text;
    private final List<Reference> references;
    private final Set<String> anchors;
    private final int length;
    private @Nullable Set<String> destinations;

    private LinkedFile(boolean text, List<Reference> references, Set<String> anchors, int length) {
        this.text = text;
        this.references = references;
        this.anchors = anchors;
        this.length = length;
    }

    static LinkedFile of(LinkedText text) {
        Set<String> anchors = new HashSet<>();
        text.markdown().ifPresent(markdown -> {
            markdown.headings().stream().map(Heading::id).forEach(anchors::add);
            markdown.anchors().stream().map(Anchor::name).forEach(anchors::add);
        });
        List<Reference> references =
                text.references().stream().filter(LinkedFile::matters).toList();
        return new LinkedFile(true, references, Set.copyOf(anchors), text.text().length());
    }

    /** Whether it is text; if not, nobody knows what is in it. */
    boolean text() {
        return text;
    }

    /** Those that lead to paths or anchors of the repository; one by definition counts where it is defined. */
    List<Reference> references() {
        return references;
    }

    /** What a fragment can name: ids of headings, ids and names in HTML. */
    Set<String> anchors() {
        return anchors;
    }

    /** Whether a reference with the same destination stands in it. */
    synchronized boolean leadsTo(String url) {
        if (destinations == null) {
            destinations = references.stream()
                    .map(reference -> reference.destination().url())
                    .collect(Collectors.toUnmodifiableSet());
        }
        return destinations.contains(url);
    }

    private static boolean matters(Reference reference) {
        Form form = reference.form();
        boolean within = reference.destination().kind() == DestinationKind.ANCHOR
                && reference.destination().fragment().isPresent();
        return !form.isByDefinition() && (within || Naming.isInternal(reference));
    }

    /** How much of it there is to keep. */
    int size() {
        return 1 + references.size() + anchors.size() + length / WEIGHT;
    }
}
