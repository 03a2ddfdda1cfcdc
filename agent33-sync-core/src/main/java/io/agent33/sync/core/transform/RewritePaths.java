package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.link.Naming;
import io.agent33.sync.core.markdown.Reference;
import java.util.List;

/** All {@code rewrite_paths} of a rule: references are led to where what they name lies downstream (S6). */
final class RewritePaths implements Transform {
    private final LinkReader reader;
    private final List<PathPrefix> prefixes;

    RewritePaths(LinkReader reader, List<PathPrefix> prefixes) {
        this.reader = reader;
        this.prefixes = List.copyOf(prefixes);
    }

    @Override
    public Document apply(Document document, TransformContext context) {
        Rewriting rewriting = new Rewriting(document, context, prefixes);
        for (Reference reference :
                reader.read(document.target().value(), document.text()).references()) {
            if (reference.form().isMention()) {
                rewriting.mention(reference);
            } else {
                Naming.candidates(document.source(), reference).forEach(named -> rewriting.link(reference, named));
            }
        }
        return rewriting.result();
    }
}
