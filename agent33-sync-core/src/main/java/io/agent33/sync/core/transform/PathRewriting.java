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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code rewrite_paths} makes of the references of one document (S6). */
final class PathRewriting {
    private final Document document;
    private final TransformContext context;
    private final List<PathPrefix> prefixes;
    private final LinkEdits edits;
    private final String targetFolder;
    private final Set<TransformNote> notes = new LinkedHashSet<>();

    PathRewriting(Document document, TransformContext context, List<PathPrefix> prefixes, LinkEdits edits) {
        this.document = document;
        this.context = context;
        this.prefixes = prefixes;
        this.edits = edits;
        this.targetFolder = RelativePath.folderOf(document.target().value());
    }

    /** Where a file or a folder lies downstream, without a slash at its end; empty if it is not delivered. */
    Optional<String> placeOf(String path) {
        return context.delivered()
                .file(path)
                .map(target -> target.value())
                .or(() -> context.delivered().folder(path));
    }

    /** A path that stands there is one from the root, perhaps after {@code /} or {@code ./}. */
    void mention(Reference mention) {
        String path = mention.destination().path();
        String lead = path.startsWith("/") ? "/" : path.startsWith("./") ? "./" : "";
        if (path.startsWith("../")) {
            return;
        }
        RelativePath.resolve("", path)
                .filter(named -> !PathPrefix.about(named, prefixes).isEmpty())
                .ifPresent(named -> placeOf(named)
                        .filter(place -> lead.isEmpty() || meansFromRoot(mention, named))
                        .ifPresent(place -> move(mention, named, place, lead)));
    }

    private boolean meansFromRoot(Reference mention, String named) {
        return Naming.named(document.source(), mention, context.files()::has)
                .map(NamedPath::path)
                .filter(named::equals)
                .isPresent();
    }

    /** A link to what is delivered: one from the root is moved, another re-based where the layout has changed. */
    void link(Reference link, String named, String place) {
        if (prefixes.isEmpty()) {
            return;
        }
        String path = link.destination().path();
        if (link.destination().kind() == DestinationKind.ABSOLUTE) {
            if (!PathPrefix.about(named, prefixes).isEmpty()) {
                move(link, named, place, "/");
            }
        } else if (!RelativePath.resolve(targetFolder, path).equals(Optional.of(place))) {
            String way = RelativePath.between(targetFolder, place);
            boolean dotted = path.startsWith("./") && !way.startsWith(".");
            write(link, named, place, (dotted ? "./" : "") + way);
        }
    }

    private void move(Reference reference, String named, String place, String lead) {
        List<PathPrefix> about = PathPrefix.about(named, prefixes);
        if (about.stream().noneMatch(prefix -> prefix.moved(named).equals(place))) {
            notes.add(new TransformNote(
                    "lies-elsewhere",
                    reference.position().line(),
                    Excerpt.of(named) + " lies at " + Excerpt.of(place) + ", not at "
                            + Excerpt.of(about.get(0).moved(named)) + ", as rewrite_paths has it",
                    "mend \"to\" of rewrite_paths, or give this part a rewrite_paths of its own"));
        }
        write(reference, named, place, lead + place);
    }

    /** @param path without a slash at its end, which it gets if there was one */
    private void write(Reference reference, String named, String place, String path) {
        String old = reference.destination().path();
        String moved = old.endsWith("/") && !path.endsWith("/") ? path + "/" : path;
        if (moved.equals(old)) {
            return;
        }
        reference
                .destination()
                .encode(moved)
                .ifPresentOrElse(
                        written -> edits.replace(reference.destination().pathRange(), written),
                        () -> notes.add(new TransformNote(
                                "not-rewritten",
                                reference.position().line(),
                                Excerpt.of(named) + " lies at " + Excerpt.quoted(place) + ", which cannot stand here",
                                "make a link of it upstream")));
    }

    List<TransformNote> notes() {
        return new ArrayList<>(notes);
    }
}
