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

/**
 * What of a file can be broken or be linked to; it depends on the content alone.
 *
 * @param text whether it is text; if not, nobody knows what is in it
 * @param references that lead to paths or anchors of the repository; one by definition counts where it is defined
 * @param anchors what a fragment can name: ids of headings, ids and names in HTML
 */
record LinkedFile(boolean text, List<Reference> references, Set<String> anchors) {
    static final LinkedFile BINARY = new LinkedFile(false, List.of(), Set.of());

    static LinkedFile of(LinkedText text) {
        Set<String> anchors = new HashSet<>();
        text.markdown().ifPresent(markdown -> {
            markdown.headings().stream().map(Heading::id).forEach(anchors::add);
            markdown.anchors().stream().map(Anchor::name).forEach(anchors::add);
        });
        List<Reference> references =
                text.references().stream().filter(LinkedFile::matters).toList();
        return new LinkedFile(true, references, Set.copyOf(anchors));
    }

    private static boolean matters(Reference reference) {
        Form form = reference.form();
        boolean within = reference.destination().kind() == DestinationKind.ANCHOR
                && reference.destination().fragment().isPresent();
        return !form.isByDefinition() && (within || Naming.isInternal(reference));
    }

    /** How much of it there is to keep. */
    int size() {
        return 1 + references.size() + anchors.size();
    }
}
