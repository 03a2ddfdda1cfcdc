package io.agent33.sync.core.plan;

import io.agent33.sync.api.report.PathExplanation;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.plan.local.PathCase;
import io.agent33.sync.core.plan.local.Reconciled;
import io.agent33.sync.core.plan.reconcile.PathFacts;
import io.agent33.sync.core.plan.reconcile.Verdict;
import io.agent33.sync.core.state.ManifestFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the table's verdict on one path into words (S8). For one thread. */
final class Explaining {
    private final RepoPath path;
    private final List<PathExplanation> found = new ArrayList<>();

    Explaining(RepoPath path) {
        this.path = path;
    }

    List<PathExplanation> found() {
        return found;
    }

    void look(String ruleId, Release release, Reconciled reconciled) {
        reconciled.paths().stream()
                .filter(this::isMeant)
                .map(each -> explanation(ruleId, release, each, reconciled.notes()))
                .forEach(found::add);
    }

    private boolean isMeant(PathCase each) {
        return Stream.of(Optional.of(each.facts().target()), each.oldTarget(), each.override(), each.oldOverride())
                .anyMatch(Optional.of(path)::equals);
    }

    private static PathExplanation explanation(String ruleId, Release release, PathCase each, List<PathNote> notes) {
        PathFacts facts = each.facts();
        Verdict verdict = each.verdict();
        return new PathExplanation(
                ruleId,
                release,
                facts.source(),
                facts.target(),
                facts.record().map(ManifestFile::baseline).map(FileState::id),
                facts.override(),
                facts.rendered().map(FileState::id),
                facts.present().map(FileState::id),
                facts.record().map(ManifestFile::sha256),
                verdict.row().words(),
                String.join("; ", next(each)),
                notes.stream()
                        .filter(note -> note.path().equals(facts.target()))
                        .toList());
    }

    private static List<String> next(PathCase each) {
        PathFacts facts = each.facts();
        Verdict verdict = each.verdict();
        if (!verdict.objections().isEmpty()) {
            return verdict.objections().stream()
                    .map(objection -> "blocks the rule: " + objection.message())
                    .toList();
        }
        List<String> next = new ArrayList<>();
        each.oldTarget().ifPresent(old -> next.add("moves " + old + " to " + facts.target()));
        change(facts.present().map(FileState::id), verdict.target().map(FileState::id))
                .ifPresent(change -> next.add(change + " " + facts.target()));
        change(facts.override(), verdict.override())
                .ifPresent(change -> next.add(
                        change + " " + each.override().map(RepoPath::value).orElse("the customisation in the state")));
        if (verdict.optOut()) {
            next.add("adds it to .agent33-overrides/.ignore");
        }
        verdict.resolution().ifPresent(made -> next.add("logs the resolution in DECISIONS.md"));
        return next.isEmpty() ? List.of("changes no file") : next;
    }

    private static Optional<String> change(Optional<ObjectId> before, Optional<ObjectId> after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        return Optional.of(before.isEmpty() ? "adds" : after.isEmpty() ? "deletes" : "changes");
    }
}
