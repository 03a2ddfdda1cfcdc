package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.plan.local.LocalState;
import io.agent33.sync.core.plan.local.PathCase;
import io.agent33.sync.core.plan.local.Reconciled;
import io.agent33.sync.core.plan.reconcile.Verdict;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.ManifestFormat;
import io.agent33.sync.core.state.OverridesFolder;
import io.agent33.sync.core.tree.BlobIds;
import io.agent33.sync.core.tree.CachedTree;
import io.agent33.sync.core.tree.TreeFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** The fifth stage: what the downstream's tree shall hold, files and state, against what it holds now (S8, S9). */
final class Editing {
    private final LocalState local;
    private final CachedTree tree;
    private final Map<RepoPath, Target> targets = new LinkedHashMap<>();
    private final Map<ObjectId, byte[]> made = new HashMap<>();

    /** What shall lie at a path; no state means nothing. */
    private record Target(Optional<String> source, Optional<FileState> state) {}

    /**
     * Everything that changes.
     *
     * @param edits in the order of their paths
     * @param made what the engine writes of its own, by id
     * @param objections paths that cannot be written without losing something
     * @param current whether nothing changes but the manifest's release, commit, rule digest and checksum
     */
    record Edits(List<PlannedEdit> edits, Map<ObjectId, byte[]> made, List<Objection> objections, boolean current) {}

    private Editing(LocalState local) {
        this.local = local;
        this.tree = local.tree();
    }

    /**
     * @param written files of the downstream's own that the engine adds to
     * @param prefix what source paths have before the path of an override
     */
    static Edits edits(
            LocalState local, Reconciled reconciled, Manifest manifest, Map<RepoPath, byte[]> written, String prefix) {
        return new Editing(local).plan(reconciled, manifest, written, prefix);
    }

    private Edits plan(Reconciled reconciled, Manifest manifest, Map<RepoPath, byte[]> written, String prefix) {
        reconciled.paths().forEach(this::deliver);
        reconciled.paths().forEach(this::leave);
        reconciled.records().forEach(this::keep);
        dropState();
        written.forEach(this::write);
        if (local.firstSync() && tree.find(OverridesFolder.ABOUT.value()).isEmpty()) {
            write(OverridesFolder.ABOUT, OverridesFolder.about(prefix));
        }
        if (local.merged().filter(manifest::deliversTheSameAs).isPresent()
                && targets.entrySet().stream().allMatch(target -> isThere(target.getKey(), target.getValue()))) {
            return new Edits(List.of(), Map.of(), List.of(), true);
        }
        write(local.folder().manifest(), ManifestFormat.write(manifest));
        List<PlannedEdit> edits = changes();
        return new Edits(edits, made, inTheWay(edits), false);
    }

    private void deliver(PathCase path) {
        Verdict verdict = path.verdict();
        // What is not wanted leaves its old place, and whatever lies at the new one is somebody's.
        if (verdict.target().isPresent() || path.oldTarget().isEmpty()) {
            place(path.facts().target(), new Target(Optional.of(path.facts().source()), verdict.target()));
        }
        path.override()
                .ifPresent(place -> place(
                        place,
                        new Target(
                                Optional.empty(), verdict.override().map(blob -> new FileState(modeAt(place), blob)))));
    }

    /** What one file leaves does not undo what another brings. */
    private void place(RepoPath path, Target target) {
        if (target.state().isPresent()) {
            targets.put(path, target);
        } else {
            targets.putIfAbsent(path, target);
        }
    }

    private FileMode modeAt(RepoPath path) {
        return tree.find(path.value())
                .map(TreeEntry::mode)
                .filter(FileMode::isFile)
                .orElse(FileMode.REGULAR);
    }

    /** What has moved away leaves nothing behind. */
    private void leave(PathCase path) {
        Optional<String> source = Optional.of(path.facts().source());
        path.oldTarget().ifPresent(old -> targets.putIfAbsent(old, new Target(source, Optional.empty())));
        path.oldOverride()
                .filter(old -> isRemembered(path))
                .ifPresent(old -> targets.putIfAbsent(old, new Target(Optional.empty(), Optional.empty())));
    }

    /** Where there is no new place, the state has to hold it; an edit that waits is not in the state yet. */
    private static boolean isRemembered(PathCase path) {
        Verdict verdict = path.verdict();
        return path.override().isPresent()
                || verdict.override().equals(verdict.record().flatMap(ManifestFile::override));
    }

    private void keep(ManifestFile record) {
        local.folder()
                .kept(record)
                .forEach((path, blob) -> targets.put(
                        path, new Target(Optional.empty(), Optional.of(new FileState(FileMode.REGULAR, blob)))));
    }

    /** Every old piece of state goes that is not still wanted. */
    private void dropState() {
        local.stored().forEach(path -> targets.putIfAbsent(path, new Target(Optional.empty(), Optional.empty())));
    }

    private void write(RepoPath path, byte[] content) {
        FileState state = new FileState(FileMode.REGULAR, BlobIds.of(content));
        targets.put(path, new Target(Optional.empty(), Optional.of(state)));
        made.put(state.id(), content);
    }

    private boolean isThere(RepoPath path, Target target) {
        return before(path).equals(target.state());
    }

    private Optional<FileState> before(RepoPath path) {
        return tree.find(path.value())
                .filter(entry -> entry.mode() != FileMode.FOLDER)
                .map(TreeEntry::state);
    }

    /** Sorted once, since nearly all of them come in their order. */
    private List<PlannedEdit> changes() {
        List<PlannedEdit> edits = new ArrayList<>();
        targets.forEach((path, target) -> {
            Optional<FileState> before = before(path);
            if (!before.equals(target.state())) {
                edits.add(new PlannedEdit(path, target.source(), before, target.state()));
            }
        });
        edits.sort(Comparator.comparing(PlannedEdit::path));
        return edits;
    }

    /** Files where folders must be, and folders where files must be, unless this very sync removes them. */
    private List<Objection> inTheWay(List<PlannedEdit> edits) {
        Set<String> removed = edits.stream()
                .filter(edit -> edit.after().isEmpty())
                .map(edit -> edit.path().value())
                .collect(Collectors.toSet());
        List<Objection> objections = new ArrayList<>();
        for (PlannedEdit edit : edits) {
            String blocker = edit.after().isEmpty() ? null : blocker(edit.path().value(), removed);
            if (blocker != null) {
                objections.add(Objection.of(
                        "in-the-way",
                        edit.path().value(),
                        "room for a file",
                        "\"" + blocker + "\", which this sync did not deliver",
                        "move it away, or choose another target_path"));
            }
        }
        return objections;
    }

    private @Nullable String blocker(String path, Set<String> removed) {
        Optional<String> above = tree.fileAbove(path).map(TreeEntry::path).filter(file -> !removed.contains(file));
        if (above.isPresent()
                || tree.find(path)
                        .filter(entry -> entry.mode() == FileMode.FOLDER)
                        .isEmpty()) {
            return above.orElse(null);
        }
        List<String> below = new ArrayList<>();
        TreeFiles.below(tree, path, entry -> below.add(entry.path()));
        return below.stream()
                .filter(file -> !removed.contains(file))
                .findFirst()
                .orElse(null);
    }

    /** The record of what is delivered now. */
    static Manifest manifest(
            String ruleId, String ruleDigest, String upstream, Release release, List<ManifestFile> records) {
        return new Manifest(ruleId, ruleDigest, upstream, release.label(), release.commit(), records);
    }
}
