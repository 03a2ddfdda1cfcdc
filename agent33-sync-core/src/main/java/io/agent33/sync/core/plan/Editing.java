package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.state.FileStatus;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.ManifestFormat;
import io.agent33.sync.core.state.OverridesFolder;
import io.agent33.sync.core.tree.BlobIds;
import io.agent33.sync.core.tree.CachedTree;
import io.agent33.sync.core.tree.TreeFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** The fifth stage: what the downstream's tree shall hold, files and state, against what it holds now (S9). */
final class Editing {
    private final LocalState local;
    private final CachedTree tree;
    private final Map<RepoPath, Target> targets = new TreeMap<>();
    private final Map<FileState, byte[]> made = new HashMap<>();

    /** What shall lie at a path; no state means nothing. */
    private record Target(Optional<String> source, Optional<FileState> state) {}

    /**
     * Everything that changes.
     *
     * @param edits in the order of their paths
     * @param made content that neither repository has yet, by what it becomes
     * @param objections paths that cannot be written without losing something
     * @param current whether nothing changes but the manifest's release, commit, rule digest and checksum
     */
    record Edits(List<PlannedEdit> edits, Map<FileState, byte[]> made, List<Objection> objections, boolean current) {}

    private Editing(LocalState local) {
        this.local = local;
        this.tree = local.tree();
    }

    static Edits edits(LocalState local, RenderedFiles rendered, Manifest manifest) {
        return new Editing(local).plan(rendered, manifest);
    }

    private Edits plan(RenderedFiles rendered, Manifest manifest) {
        rendered.files().forEach(this::deliver);
        withdraw();
        dropState();
        rendered.files().forEach(this::keepBaseline);
        if (local.firstSync() && tree.find(OverridesFolder.ABOUT.value()).isEmpty()) {
            write(OverridesFolder.ABOUT, OverridesFolder.about());
        }
        List<PlannedEdit> withoutManifest = changes();
        write(local.folder().manifest(), ManifestFormat.write(manifest));
        List<PlannedEdit> edits = changes();
        boolean current = withoutManifest.isEmpty()
                && local.merged().filter(manifest::deliversTheSameAs).isPresent();
        return new Edits(edits, made, inTheWay(edits), current);
    }

    private void deliver(RenderedFile file) {
        targets.put(file.target(), new Target(Optional.of(file.source()), Optional.of(file.state())));
        file.made().ifPresent(text -> made.put(file.state(), text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What was delivered and is no longer. */
    private void withdraw() {
        local.merged()
                .ifPresent(manifest -> manifest.files()
                        .forEach(file -> targets.putIfAbsent(
                                file.target(), new Target(Optional.of(file.source()), Optional.empty()))));
    }

    /** Every old baseline goes; those still wanted are put back by {@link #keepBaseline}. */
    private void dropState() {
        local.stored().forEach(path -> targets.put(path, new Target(Optional.empty(), Optional.empty())));
    }

    private void keepBaseline(RenderedFile file) {
        FileState baseline = new FileState(FileMode.REGULAR, file.state().id());
        targets.put(local.folder().baseline(file.target()), new Target(Optional.empty(), Optional.of(baseline)));
        file.made().ifPresent(text -> made.put(baseline, text.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(RepoPath path, byte[] content) {
        FileState state = new FileState(FileMode.REGULAR, BlobIds.of(content));
        targets.put(path, new Target(Optional.empty(), Optional.of(state)));
        made.put(state, content);
    }

    private List<PlannedEdit> changes() {
        List<PlannedEdit> edits = new ArrayList<>();
        targets.forEach((path, target) -> {
            Optional<FileState> before = tree.find(path.value())
                    .filter(entry -> entry.mode() != FileMode.FOLDER)
                    .map(TreeEntry::state);
            if (!before.equals(target.state())) {
                edits.add(new PlannedEdit(path, target.source(), before, target.state()));
            }
        });
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
            String ruleId,
            String ruleDigest,
            String upstream,
            io.agent33.sync.api.repository.Release release,
            RenderedFiles rendered) {
        return new Manifest(
                ruleId,
                ruleDigest,
                upstream,
                release.label(),
                release.commit(),
                rendered.files().stream()
                        .map(file -> new ManifestFile(
                                file.source(), file.target(), file.state(), file.sha256(), FileStatus.DELIVERED))
                        .toList());
    }
}
