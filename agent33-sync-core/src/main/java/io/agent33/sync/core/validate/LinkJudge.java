package io.agent33.sync.core.validate;

import static io.agent33.sync.core.validate.LinkFindings.shown;

import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.core.link.NamedPath;
import io.agent33.sync.core.link.Naming;
import io.agent33.sync.core.link.RelativePath;
import io.agent33.sync.core.markdown.DestinationKind;
import io.agent33.sync.core.markdown.Reference;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/** Says of the references of one delivered file whether they lead somewhere, and if not, whose fault it is (S6). */
final class LinkJudge {
    private final LinkedTree tree;
    private final DeliveredFile file;
    private final String path;
    private final LinkFindings findings;
    private final AnchorJudge anchors;
    /** Upstream's own text. */
    private @Nullable LinkedFile upstream;

    LinkJudge(LinkedTree tree, DeliveredFile file) {
        this.tree = tree;
        this.file = file;
        this.path = file.target().value();
        this.findings = new LinkFindings(path);
        this.anchors = new AnchorJudge(tree, findings, reference -> file.customised() && !standsUpstream(reference));
    }

    /** Empty if there is nothing to say. */
    Optional<Found> judge(Reference reference) {
        if (reference.form().isMention()) {
            return mention(reference);
        }
        if (reference.destination().kind() == DestinationKind.ANCHOR) {
            return anchors.judge(reference, path);
        }
        Optional<String> target =
                Naming.candidates(path, reference).stream().map(NamedPath::path).findFirst();
        if (target.filter(tree::has).isPresent()) {
            return anchors.judge(reference, target.get());
        }
        return Optional.of(
                target.filter(tree.delivered()::reaches).isPresent()
                        ? pending(reference, target.get())
                        : missing(reference, target));
    }

    /** A mention counts, with its anchor, where it is a path that was rewritten: not in upstream's text, and where delivered files lie. */
    private Optional<Found> mention(Reference reference) {
        if (beginsElsewhere(reference.destination().path())) {
            return Optional.empty();
        }
        List<NamedPath> candidates = Naming.candidates(path, reference);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        String likeliest = candidates.get(0).path();
        String folder = RelativePath.folderOf(likeliest);
        if (folder.isEmpty() || !tree.delivered().reaches(folder)) {
            return Optional.empty();
        }
        Optional<String> there =
                candidates.stream().map(NamedPath::path).filter(tree::has).findFirst();
        boolean whole = there.isPresent() && reference.destination().fragment().isEmpty();
        if (whole || standsUpstream(reference)) {
            return Optional.empty();
        }
        if (there.isPresent()) {
            return file.customised() ? Optional.empty() : anchors.judge(reference, there.get());
        }
        if (tree.delivered().reaches(likeliest)) {
            return Optional.of(pending(reference, likeliest));
        }
        return file.customised()
                ? Optional.empty()
                : Optional.of(findings.problem(
                        LinkFault.MENTION, reference, "names " + shown(likeliest) + ", which is not there"));
    }

    /** Whether a path from the root begins where no delivered file lies, as most do: then nobody has to resolve it. */
    private boolean beginsElsewhere(String mentioned) {
        int slash = mentioned.indexOf('/');
        return slash > 0 && mentioned.charAt(0) != '.' && !tree.delivered().reaches(mentioned.substring(0, slash));
    }

    private Found pending(Reference reference, String target) {
        return anchors.isPromised(reference, target)
                ? findings.note(
                        "link-pending", reference, "leads to " + shown(target) + ", which another rule delivers")
                : anchors.missing(reference, target);
    }

    /** @param target what it means downstream; empty if it leads out of the repository */
    private Found missing(Reference reference, Optional<String> target) {
        String spelled = target.flatMap(tree::otherCase)
                .map(it -> "; there is " + shown(it) + ", in letters of another case")
                .orElse("");
        if (!standsUpstream(reference)) {
            return file.customised()
                    ? findings.problem(
                            LinkFault.LOCAL, reference, "leads nowhere, and stands in local changes alone" + spelled)
                    : findings.problem(
                            LinkFault.RULE, reference, "leads nowhere, and does not stand upstream" + spelled);
        }
        Optional<String> source = Naming.candidates(file.source(), reference).stream()
                .map(NamedPath::path)
                .findFirst();
        if (source.isEmpty()) {
            return findings.problem(LinkFault.UPSTREAM, reference, "leads out of the repository, upstream too");
        }
        String name = shown(source.get());
        if (!tree.upstreamHas(source.get())) {
            String message = "leads nowhere, upstream neither: there is no " + name + " at " + tree.release();
            return findings.problem(LinkFault.UPSTREAM, reference, message + spelled);
        }
        return tree.place(source.get())
                .map(place -> findings.problem(
                        LinkFault.ELSEWHERE,
                        reference,
                        "leads nowhere: upstream's " + name + " lies at " + shown(place) + " here"))
                .orElseGet(() -> findings.problem(
                        LinkFault.NOT_DELIVERED,
                        reference,
                        "leads nowhere: upstream's " + name + " is not delivered" + spelled));
    }

    private boolean standsUpstream(Reference reference) {
        LinkedFile there = upstream;
        if (there == null) {
            there = tree.upstream(file.source()).orElse(LinkedFile.BINARY);
            upstream = there;
        }
        return there.leadsTo(reference.destination().url());
    }
}
