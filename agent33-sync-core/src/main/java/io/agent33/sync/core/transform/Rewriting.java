package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.core.link.NamedPath;
import io.agent33.sync.core.link.Naming;
import io.agent33.sync.core.link.RelativePath;
import io.agent33.sync.core.markdown.DestinationKind;
import io.agent33.sync.core.markdown.Reference;
import io.agent33.sync.core.text.Excerpt;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is made of one document's references, reference by reference. */
final class Rewriting {
    private final Document document;
    private final TransformContext context;
    private final List<PathPrefix> prefixes;
    private final String targetFolder;
    private final LinkEdits edits = new LinkEdits();
    private final Set<TransformNote> notes = new LinkedHashSet<>();

    Rewriting(Document document, TransformContext context, List<PathPrefix> prefixes) {
        this.document = document;
        this.context = context;
        this.prefixes = prefixes;
        this.targetFolder = RelativePath.folderOf(document.target().value());
    }

    Document result() {
        return document.noting(List.copyOf(notes)).edit(edits.inOrder());
    }

    /** A path that only stands there is rewritten if it is one from the root, perhaps behind {@code /} or {@code ./}. */
    void mention(Reference mention) {
        String path = mention.destination().path();
        String lead = path.startsWith("/") ? "/" : path.startsWith("./") ? "./" : "";
        RelativePath.resolve("", path)
                .filter(this::isAsked)
                .filter(named -> lead.isEmpty() || isMeantFromRoot(mention, named))
                .ifPresent(named -> placeOf(named).ifPresent(place -> move(mention, named, place, lead)));
    }

    /** A link from the root is rewritten; another is re-based where the layout has changed. */
    void link(Reference link, NamedPath named) {
        Optional<String> place = placeOf(named.path());
        if (place.isEmpty()) {
            return;
        }
        String path = link.destination().path();
        if (link.destination().kind() == DestinationKind.ABSOLUTE) {
            if (isAsked(named.path())) {
                move(link, named.path(), place.get(), "/");
            }
        } else if (!RelativePath.resolve(targetFolder, path).equals(place)) {
            String way = RelativePath.between(targetFolder, place.get());
            boolean dotted = path.startsWith("./") && !way.startsWith(".");
            write(link, named.path(), place.get(), dotted ? "./" + way : way);
        }
    }

    private Optional<String> placeOf(String path) {
        return Places.of(path, context.delivered());
    }

    private boolean isAsked(String path) {
        return prefixes.stream().anyMatch(prefix -> prefix.covers(path));
    }

    private boolean isMeantFromRoot(Reference mention, String path) {
        return Naming.named(document.source(), mention, context.files()::has)
                .map(NamedPath::path)
                .equals(Optional.of(path));
    }

    private void move(Reference reference, String named, String place, String lead) {
        List<PathPrefix> about = PathPrefix.about(named, prefixes);
        if (about.stream().noneMatch(prefix -> prefix.moved(named).equals(place))) {
            note(
                    "lies-elsewhere",
                    reference,
                    Excerpt.of(named) + " lies at " + Excerpt.of(place) + ", not at "
                            + Excerpt.of(about.get(0).moved(named)) + " as rewrite_paths has it",
                    "mend \"to\" of rewrite_paths, or give this part a rewrite_paths of its own");
        }
        if (!place.equals(named)) {
            write(reference, named, place, lead + place);
        }
    }

    /** @param path without a slash at its end, which it gets if there was one */
    private void write(Reference reference, String named, String place, String path) {
        String old = reference.destination().path();
        String moved = old.endsWith("/") && !path.endsWith("/") ? path + "/" : path;
        Optional<String> written = reference.destination().encode(moved);
        if (written.isEmpty()) {
            note(
                    "not-rewritten",
                    reference,
                    Excerpt.of(named) + " lies at " + Excerpt.quoted(place) + ", which cannot stand here",
                    "make it a link upstream");
        } else if (!moved.equals(old)) {
            edits.replace(reference.destination().pathRange(), written.get());
        }
    }

    private void note(String code, Reference reference, String message, String remedy) {
        notes.add(new TransformNote(code, reference.position().line(), message, remedy));
    }
}
