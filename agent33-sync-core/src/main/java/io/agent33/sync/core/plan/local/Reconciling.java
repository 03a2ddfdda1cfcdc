package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.OnExisting;
import io.agent33.sync.core.plan.reconcile.PathFacts;
import io.agent33.sync.core.plan.reconcile.Reconciliation;
import io.agent33.sync.core.plan.reconcile.Verdict;
import io.agent33.sync.core.state.ManifestFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fourth stage: each path through S8's table, renames first. */
final class Reconciling {
    private final LocalState local;
    private final OverrideFiles overrides;
    private final Moves moves;
    private final OverrideOrigin origin;
    private final Reconciliation table;
    private final OnExisting onExisting;
    private final Map<String, RenderedFile> rendered;
    private final Set<RepoPath> vacated;
    private final List<PathCase> paths = new ArrayList<>();
    private final Set<String> optedOut = new TreeSet<>();
    private final List<PathNote> notes = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();

    Reconciling(Sides sides, Moves moves, OverrideOrigin origin, Reconciliation table, OnExisting onExisting) {
        this.local = sides.local();
        this.overrides = sides.overrides();
        this.moves = moves;
        this.origin = origin;
        this.table = table;
        this.onExisting = onExisting;
        this.rendered = sides.rendered().stream().collect(Collectors.toMap(RenderedFile::source, Function.identity()));
        this.vacated = moves.vacated();
    }

    /** @param orphans source paths of overrides for which there is no upstream file, with the words about each */
    Reconciled reconcile(Map<String, String> orphans) {
        Set<String> sources = new TreeSet<>(rendered.keySet());
        sources.addAll(moves.records().keySet());
        sources.forEach(this::decide);
        moves.blocked().forEach(this::renameBlocked);
        orphans.forEach(this::orphan);
        notes.sort(Comparator.comparing(PathNote::path));
        return new Reconciled(paths, List.copyOf(optedOut), notes, objections);
    }

    private void decide(String source) {
        Optional<ManifestFile> record = Optional.ofNullable(moves.records().get(source));
        Optional<ManifestFile> before = Optional.ofNullable(moves.from().get(source));
        Optional<RenderedFile> file = Optional.ofNullable(rendered.get(source));
        RepoPath target = file.map(RenderedFile::target)
                .orElseGet(() -> record.orElseThrow().target());
        String oldSource = before.map(ManifestFile::source).orElse(source);
        RepoPath oldTarget = before.map(ManifestFile::target).orElse(target);
        PathFacts facts = new PathFacts(
                source,
                target,
                file.map(RenderedFile::state),
                record,
                present(oldTarget, before.isPresent()),
                override(oldSource, record),
                isOptedOut(source, oldSource),
                () -> overrides.place(oldSource).flatMap(path -> origin.seenByItsAuthor(path, oldTarget)));
        Verdict verdict = table.of(facts);
        if (verdict.optOut()) {
            optedOut.add(source);
        }
        notes.addAll(verdict.notes());
        objections.addAll(verdict.objections());
        before.ifPresent(old -> moved(facts, verdict, old));
        paths.add(new PathCase(
                facts,
                verdict,
                overrides.place(source),
                before.map(ManifestFile::target).filter(old -> !old.equals(target)),
                overrides.place(oldSource).filter(old -> !oldSource.equals(source))));
    }

    /** What lies at a target; nothing, if it is there only until this sync moves it elsewhere. */
    private Optional<FileState> present(RepoPath target, boolean moves) {
        return !moves && vacated.contains(target) ? Optional.empty() : state(target);
    }

    private Optional<FileState> state(RepoPath path) {
        return local.tree()
                .find(path.value())
                .filter(entry -> entry.mode() != FileMode.FOLDER)
                .map(TreeEntry::state);
    }

    /** Where there is no place for an override, the state alone keeps it. */
    private Optional<ObjectId> override(String source, Optional<ManifestFile> record) {
        if (overrides.place(source).isEmpty()) {
            return record.flatMap(ManifestFile::override);
        }
        Optional<TreeEntry> entry = overrides.find(source);
        entry.filter(found -> !found.mode().isFile())
                .ifPresent(found -> objections.add(Objection.of(
                        "override-not-a-file",
                        found.path(),
                        "a file",
                        found.mode() == FileMode.SYMLINK ? "a link" : "a submodule",
                        "put a file there, or remove it")));
        return entry.filter(found -> found.mode().isFile()).map(TreeEntry::id);
    }

    /** An opt-out moves along with the file. */
    private boolean isOptedOut(String source, String oldSource) {
        if (overrides.optedOut(source)) {
            return true;
        }
        boolean before = !source.equals(oldSource) && overrides.optedOut(oldSource);
        if (before) {
            optedOut.add(source);
        }
        return before;
    }

    /** What is local has moved with a file; and something else may lie at the new place. */
    private void moved(PathFacts facts, Verdict verdict, ManifestFile old) {
        boolean renamed = !old.source().equals(facts.source());
        if (renamed && (facts.override().isPresent() || old.override().isPresent())) {
            notes.add(new PathNote(NoteKind.RENAMED, facts.target(), "from " + old.source()));
        }
        boolean comes = verdict.target().isPresent() && !old.target().equals(facts.target());
        if (comes && !vacated.contains(facts.target())) {
            state(facts.target())
                    .filter(found -> !Optional.of(found).equals(facts.present()))
                    .filter(found -> !Optional.of(found).equals(facts.rendered()))
                    .ifPresent(found -> inTheWay(facts, found));
        }
    }

    private void inTheWay(PathFacts facts, FileState found) {
        if (onExisting == OnExisting.BLOCK) {
            objections.add(Reconciliation.unmanaged(facts.target(), found));
        } else {
            notes.add(new PathNote(NoteKind.REPLACED, facts.target(), ""));
        }
    }

    private void renameBlocked(String oldSource, String source) {
        RepoPath target =
                Optional.ofNullable(rendered.get(source)).orElseThrow().target();
        notes.add(new PathNote(NoteKind.RENAME_BLOCKED, target, "from " + oldSource));
    }

    private void orphan(String source, String words) {
        overrides
                .place(source)
                .filter(path -> !overrides.optedOut(source))
                .ifPresent(path -> notes.add(new PathNote(NoteKind.ORPHAN_OVERRIDE, path, words)));
    }
}
