package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.core.plan.CheckedFile;
import io.agent33.sync.core.plan.FailedChecks;
import io.agent33.sync.core.plan.PushedTree;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.tree.CachedTree;
import io.agent33.sync.core.validate.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the checks say of a rollback's result (S12): it is told, and only secrets that the rollback itself brings back block. For
 * one rule and one thread.
 */
final class ReversalChecks {
    private static final CheckResult NO_CHECKSUM =
            new CheckResult(Check.CHECKSUM, CheckStatus.SKIP, "nothing is rendered in a rollback");

    private final SyncRule rule;
    private final Checks checks;
    private final FileTree head;
    private final BlobSource blobs;
    private final RestoredRelease restored;

    /** @param head as it is now */
    ReversalChecks(SyncRule rule, Checks checks, FileTree head, BlobSource blobs, RestoredRelease restored) {
        this.rule = rule;
        this.checks = checks;
        this.head = head;
        this.blobs = blobs;
        this.restored = restored;
    }

    /**
     * @param results of all checks, in the specification's order
     * @param objections secrets that the rollback brings back, as the reasons why there is no pull request
     */
    record Outcome(List<CheckResult> results, List<Objection> objections) {}

    /**
     * @param edits all that changes
     * @param notes what a person should know of single paths
     * @param words title and body of the pull request, as far as they do not tell of the checks
     */
    Outcome check(List<PlannedEdit> edits, List<PathNote> notes, String words) {
        PushedTree after = new PushedTree(new CachedTree(head), edits, blobs);
        List<DeliveredFile> delivered = delivered(after, notes);
        List<RepoPath> written = edits.stream()
                .filter(edit -> edit.after().isPresent())
                .map(PlannedEdit::path)
                .filter(path -> !path.value().startsWith(StateFolder.ROOT + "/"))
                .toList();
        CheckResult secrets = secrets(with(delivered, written, after), after, words);
        List<CheckResult> results =
                checks
                        .run(context(delivered, after), words, rule.validation().with(Check.SECRET_SCAN, Severity.OFF))
                        .stream()
                        .map(result -> result.isOf(Check.SECRET_SCAN) ? secrets : result)
                        .map(result -> result.isOf(Check.CHECKSUM) ? NO_CHECKSUM : result)
                        .toList();
        return new Outcome(results, broughtBack(secrets, written));
    }

    /** Those of the restored sync, as far as they are there. */
    private List<DeliveredFile> delivered(PushedTree after, List<PathNote> notes) {
        Set<RepoPath> conflicted = notes.stream()
                .filter(note -> note.kind() == NoteKind.CONFLICT)
                .map(PathNote::path)
                .collect(Collectors.toSet());
        List<DeliveredFile> files = new ArrayList<>();
        for (ManifestFile file : restored.manifest().map(Manifest::files).orElse(List.of())) {
            after.state(file.target().value())
                    .filter(state -> state.mode().isFile())
                    .ifPresent(state -> files.add(new CheckedFile(
                            file.source(),
                            file.target(),
                            state,
                            !state.equals(file.baseline()),
                            conflicted.contains(file.target()),
                            List.of(),
                            after)));
        }
        return files;
    }

    /** Whatever the rollback writes may hold a secret: overrides and the log too. */
    private static List<DeliveredFile> with(List<DeliveredFile> delivered, List<RepoPath> written, PushedTree tree) {
        Set<RepoPath> known = delivered.stream().map(DeliveredFile::target).collect(Collectors.toSet());
        List<DeliveredFile> files = new ArrayList<>(delivered);
        written.stream()
                .filter(path -> !known.contains(path))
                .flatMap(path -> file(path, tree).stream())
                .forEach(files::add);
        return files;
    }

    private static Optional<DeliveredFile> file(RepoPath path, PushedTree tree) {
        Optional<FileState> state =
                tree.state(path.value()).filter(found -> found.mode().isFile());
        return state.map(found -> new CheckedFile(path.value(), path, found, false, false, List.of(), tree));
    }

    private CheckResult secrets(List<DeliveredFile> files, PushedTree tree, String words) {
        return checks.run(Check.SECRET_SCAN, context(files, tree), words, rule.validation());
    }

    /** What is found in the words or in a written file, and not in the same file as it is now. */
    private List<Objection> broughtBack(CheckResult found, List<RepoPath> written) {
        PushedTree now = new PushedTree(new CachedTree(head), List.of(), blobs);
        Set<String> stay = restored.targets();
        written.forEach(path -> stay.remove(path.value()));
        List<String> known = new ArrayList<>();
        if (found.status() == CheckStatus.FAIL) {
            secrets(with(List.of(), written, now), now, "").findings().forEach(finding -> known.add(secret(finding)));
        }
        List<Finding> isNew = found.findings().stream()
                .filter(finding -> !stay.contains(finding.where().file()))
                .filter(finding -> !known.remove(secret(finding)))
                .toList();
        return isNew.isEmpty()
                ? List.of()
                : FailedChecks.objections(List.of(new CheckResult(
                        found.name(), found.title(), found.status(), found.details(), isNew, List.of())));
    }

    /** A secret without its line, which edits above it move. */
    private static String secret(Finding finding) {
        return finding.where().file() + "\n" + finding.code() + "\n" + finding.message();
    }

    private ValidationContext context(List<DeliveredFile> files, PushedTree tree) {
        return new ValidationContext(
                rule.id(),
                restored.upstream(),
                rule.targetRepo(),
                restored.release(),
                files,
                tree,
                restored.delivered(),
                restored.source());
    }
}
