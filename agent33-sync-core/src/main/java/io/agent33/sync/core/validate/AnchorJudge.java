package io.agent33.sync.core.validate;

import static io.agent33.sync.core.validate.LinkFindings.shown;

import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.core.markdown.Reference;
import io.agent33.sync.core.text.Excerpt;
import java.util.Optional;
import java.util.function.Predicate;

/** Says of references that lead to something whether the anchor in it is there, and if not, whose fault it is. */
final class AnchorJudge {
    private final LinkedTree tree;
    private final LinkFindings findings;
    private final Predicate<Reference> local;

    /** @param local whether a reference stands in local changes alone */
    AnchorJudge(LinkedTree tree, LinkFindings findings, Predicate<Reference> local) {
        this.tree = tree;
        this.findings = findings;
        this.local = local;
    }

    /**
     * @param target a file or folder that is there
     * @return empty if there is nothing to say
     */
    Optional<Found> judge(Reference reference, String target) {
        String fragment = fragment(reference);
        if (Fragments.isTop(fragment)
                || tree.file(target).filter(DeliveredFile::conflicted).isPresent()) {
            return Optional.empty();
        }
        Optional<LinkedFile> text = tree.at(target);
        if (text.isEmpty()) {
            return page(reference, target, fragment);
        }
        if (isThere(text.get(), reference, target)) {
            return Optional.empty();
        }
        return Optional.of(
                Fragments.isInLowerCase(text.get().anchors(), fragment)
                        ? findings.note(
                                "anchor-case", reference, "leads to an anchor in lower case; not all viewers find it")
                        : missing(reference, target));
    }

    /** A folder's page shows its README; nobody knows the anchors of a file that is no text. */
    private Optional<Found> page(Reference reference, String target, String fragment) {
        String readme = target.isEmpty() ? "README.md" : target + "/README.md";
        return !Fragments.isOfFolders(fragment) && tree.has(readme) ? judge(reference, readme) : Optional.empty();
    }

    /** Whether upstream's file, which another rule delivers to the target, has the anchor. */
    boolean isPromised(Reference reference, String target) {
        return tree.source(target)
                .flatMap(tree::upstream)
                .filter(text -> !isThere(text, reference, target))
                .isEmpty();
    }

    /** What to say where the anchor is not. */
    Found missing(Reference reference, String target) {
        String message = "leads to no anchor: " + shown(target) + " has no " + Excerpt.quoted(fragment(reference));
        Optional<String> source = tree.source(target);
        Optional<LinkedFile> upstream = source.flatMap(tree::upstream);
        if (upstream.isPresent() && isThere(upstream.get(), reference, target)) {
            return taken(reference, target, message);
        }
        return local.test(reference)
                ? findings.problem(LinkFault.LOCAL, reference, message + "; the link stands in local changes alone")
                : findings.problem(
                        LinkFault.ANCHOR, reference, message + (upstream.isPresent() ? ", upstream neither" : ""));
    }

    /** Upstream has it, and this downstream does not. */
    private Found taken(Reference reference, String target, String message) {
        Optional<DeliveredFile> delivered = tree.file(target);
        if (delivered.isEmpty()) {
            return findings.note("anchor-pending", reference, message + " yet; another rule delivers it");
        }
        return delivered.get().customised()
                ? findings.problem(LinkFault.ANCHOR_LOCAL, reference, message + "; upstream has, local changes took it")
                : findings.problem(LinkFault.ANCHOR_RULE, reference, message + "; upstream has");
    }

    private static boolean isThere(LinkedFile text, Reference reference, String target) {
        String fragment = fragment(reference);
        return Fragments.isTop(fragment)
                || Fragments.isIn(text.anchors(), fragment)
                || Fragments.isUnknown(target)
                || Fragments.isLine(target, reference.destination().query(), fragment);
    }

    private static String fragment(Reference reference) {
        return reference.destination().fragment().orElse("");
    }
}
