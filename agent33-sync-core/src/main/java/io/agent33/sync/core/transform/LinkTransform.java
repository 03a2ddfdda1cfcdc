package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.link.NamedPath;
import io.agent33.sync.core.link.Naming;
import io.agent33.sync.core.markdown.Reference;
import java.util.List;
import java.util.Optional;

/**
 * {@code strip_internal_links} and {@code rewrite_paths} (S6), whichever of them a rule has next to each other, in one pass over
 * a text's references. Both go by what a reference names upstream, so neither may see what the other has written.
 */
final class LinkTransform implements Transform {
    private final LinkReader reader;
    private final boolean strips;
    private final List<PathPrefix> prefixes;

    /** @param prefixes what to rewrite; if there are none, nothing is rewritten or re-based */
    LinkTransform(LinkReader reader, boolean strips, List<PathPrefix> prefixes) {
        this.reader = reader;
        this.strips = strips;
        this.prefixes = List.copyOf(prefixes);
    }

    @Override
    public Document apply(Document document, TransformContext context) {
        LinkEdits edits = new LinkEdits();
        PathRewriting rewriting = new PathRewriting(document, context, prefixes, edits);
        for (Reference reference :
                reader.read(document.target().value(), document.text()).references()) {
            if (reference.form().isMention()) {
                rewriting.mention(reference);
            } else {
                Naming.candidates(document.source(), reference).stream()
                        .findFirst()
                        .ifPresent(named -> link(reference, named, rewriting, context, edits));
            }
        }
        return document.noting(rewriting.notes()).edit(edits.inOrder());
    }

    private void link(
            Reference link, NamedPath named, PathRewriting rewriting, TransformContext context, LinkEdits edits) {
        Optional<String> place = rewriting.placeOf(named.path());
        if (place.isPresent()) {
            rewriting.link(link, named.path(), place.get());
        } else if (strips && isUpstreams(named.path(), context)) {
            edits.unlink(link);
        }
    }

    private static boolean isUpstreams(String path, TransformContext context) {
        return path.isEmpty() || context.files().everHad(path);
    }
}
