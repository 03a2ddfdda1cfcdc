package io.agent33.sync.core.plan;

import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.core.plan.local.PathCase;
import io.agent33.sync.core.plan.local.Reconciled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stage between edits and words: the checks look at what would be pushed (S7). */
final class Validating {
    private static final Set<NoteKind> MARKED = Set.of(NoteKind.CONFLICT, NoteKind.OPEN_CONFLICT, NoteKind.MARKERS);

    private Validating() {}

    /**
     * What the checks look at.
     *
     * @param notes of transforms, by target path
     */
    static ValidationContext context(
            Delivery delivery,
            TransformContext context,
            Reconciled reconciled,
            PushedTree tree,
            Map<RepoPath, List<TransformNote>> notes) {
        List<DeliveredFile> files = reconciled.paths().stream()
                .filter(path ->
                        path.facts().rendered().isPresent() && !path.facts().optedOut())
                .filter(path -> path.verdict()
                        .target()
                        .filter(state -> state.mode().isFile())
                        .isPresent())
                .<DeliveredFile>map(
                        path -> file(path, tree, notes.getOrDefault(path.facts().target(), List.of())))
                .toList();
        return new ValidationContext(
                context.ruleId(),
                context.upstream(),
                context.targetRepo(),
                delivery.release(),
                files,
                tree,
                context.delivered(),
                context.files());
    }

    private static DeliveredFile file(PathCase path, PushedTree tree, List<TransformNote> notes) {
        FileState state = path.verdict().target().orElseThrow();
        boolean customised = !path.facts().rendered().equals(Optional.of(state));
        boolean conflicted = path.verdict().notes().stream().anyMatch(note -> MARKED.contains(note.kind()));
        return new CheckedFile(
                path.facts().source(), path.facts().target(), state, customised, conflicted, notes, tree);
    }
}
