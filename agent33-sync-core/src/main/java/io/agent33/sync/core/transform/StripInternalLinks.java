package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.TextEdit;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.link.Naming;
import io.agent33.sync.core.markdown.Reference;
import java.util.List;

/**
 * Makes text of links to what upstream has or had and the downstream does not get (S6). A link in brackets can make a link of
 * what is around it when it goes ({@code [[a](x)](y)}), so it looks again until nothing is left.
 */
final class StripInternalLinks implements Transform {
    private static final int MOST_PASSES = 10;

    private final LinkReader reader;

    StripInternalLinks(LinkReader reader) {
        this.reader = reader;
    }

    @Override
    public Document apply(Document document, TransformContext context) {
        Document current = document;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            List<TextEdit> edits = edits(current, context);
            if (edits.isEmpty()) {
                break;
            }
            current = current.edit(edits);
        }
        return current;
    }

    private List<TextEdit> edits(Document document, TransformContext context) {
        LinkEdits edits = new LinkEdits();
        for (Reference reference :
                reader.read(document.target().value(), document.text()).references()) {
            if (!reference.form().isMention() && isInternal(reference, document, context)) {
                edits.unlink(reference);
            }
        }
        return edits.inOrder();
    }

    private static boolean isInternal(Reference link, Document document, TransformContext context) {
        return Naming.candidates(document.source(), link).stream()
                .anyMatch(named -> Places.of(named.path(), context.delivered()).isEmpty()
                        && (named.path().isEmpty() || context.files().everHad(named.path())));
    }
}
