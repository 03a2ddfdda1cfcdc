package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.ValidationContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The stage between edits and words: the checks look at what would be pushed (S7). */
final class Validating {
    private static final Set<NoteKind> MARKED = Set.of(NoteKind.CONFLICT, NoteKind.OPEN_CONFLICT, NoteKind.MARKERS);
    private static final int MOST_OBJECTIONS = 100;

    private Validating() {}

    /** What the checks look at. */
    static ValidationContext context(
            Delivery delivery, TransformContext context, Reconciled reconciled, PushedTree tree) {
        List<DeliveredFile> files = reconciled.paths().stream()
                .filter(path ->
                        path.facts().rendered().isPresent() && !path.facts().optedOut())
                .filter(path -> path.verdict()
                        .target()
                        .filter(state -> state.mode().isFile())
                        .isPresent())
                .<DeliveredFile>map(path -> file(path, tree))
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

    private static DeliveredFile file(PathCase path, PushedTree tree) {
        FileState state = path.verdict().target().orElseThrow();
        boolean customised = !path.facts().rendered().equals(Optional.of(state));
        boolean conflicted = path.verdict().notes().stream().anyMatch(note -> MARKED.contains(note.kind()));
        return new Checked(path.facts().source(), path.facts().target(), state, customised, conflicted, tree);
    }

    private record Checked(
            String source, RepoPath target, FileState state, boolean customised, boolean conflicted, PushedTree tree)
            implements DeliveredFile {
        @Override
        public byte[] start(int length) {
            return tree.start(state.id(), length);
        }

        @Override
        public Optional<byte[]> content() {
            return tree.content(state.id());
        }

        @Override
        public Optional<String> text() {
            return tree.text(state.id());
        }
    }

    /** Why there is no pull request; empty if nothing failed. */
    static List<Objection> objections(List<CheckResult> results) {
        return results.stream()
                .filter(result -> result.status() == CheckStatus.FAIL)
                .flatMap(result -> result.findings().isEmpty()
                        ? Stream.of(failed(result))
                        : result.findings().stream()
                                .filter(finding -> finding.level() == Finding.Level.PROBLEM)
                                .map(finding -> objection(result, finding)))
                .limit(MOST_OBJECTIONS)
                .toList();
    }

    private static Objection failed(CheckResult result) {
        return Objection.of("check-failed", result.name(), "", result.details(), "");
    }

    private static Objection objection(CheckResult result, Finding finding) {
        return Objection.of(finding.code(), result.name(), "", finding.message(), finding.remedy())
                .at(finding.where());
    }
}
