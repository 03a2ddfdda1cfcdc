package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.OverridesFolder;
import io.agent33.sync.core.tree.CachedTree;
import io.agent33.sync.core.tree.FoldedPath;
import io.agent33.sync.core.tree.TreeFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fourth stage's place: until local changes can be merged (S8), each of them stands against the rule, so that
 * nothing is ever overwritten.
 */
final class LocalChanges {
    private final LocalState local;
    private final CachedTree tree;
    private final Map<RepoPath, RenderedFile> rendered;
    private final List<Objection> objections = new ArrayList<>();

    private LocalChanges(LocalState local, RenderedFiles rendering) {
        this.local = local;
        this.tree = local.tree();
        this.rendered = rendering.files().stream().collect(Collectors.toMap(RenderedFile::target, file -> file));
    }

    static List<Objection> against(LocalState local, RenderedFiles rendering, String overridePrefix) {
        LocalChanges changes = new LocalChanges(local, rendering);
        changes.drift();
        changes.unmanaged(rendering);
        changes.overrides(overridePrefix);
        return changes.objections;
    }

    /** Delivered files whose bytes are no longer what the manifest says. */
    private void drift() {
        local.merged().ifPresent(manifest -> manifest.files().forEach(this::drift));
    }

    private void drift(ManifestFile file) {
        Optional<TreeEntry> now = tree.find(file.target().value());
        if (now.isEmpty()) {
            if (rendered.containsKey(file.target())) {
                object(
                        "deleted-downstream",
                        file.target().value(),
                        "the file that was delivered",
                        "nothing",
                        "restore it");
            }
        } else if (!now.get().mode().isFile() || !now.get().state().equals(file.state())) {
            object(
                    "drift",
                    file.target().value(),
                    "the delivered blob " + file.state().id().abbreviated() + " ("
                            + file.state().mode().octal() + ")",
                    now.get().id().abbreviated() + " (" + now.get().mode().octal() + ")",
                    "restore the delivered content; keep the edit elsewhere until local changes can be merged");
        }
    }

    /** Files that nobody delivered and that are not what would be delivered. */
    private void unmanaged(RenderedFiles rendering) {
        Set<RepoPath> recorded = local.merged().stream()
                .flatMap(manifest -> manifest.files().stream())
                .map(ManifestFile::target)
                .collect(Collectors.toCollection(HashSet::new));
        for (RenderedFile file : rendering.files()) {
            if (!recorded.contains(file.target())) {
                unmanaged(file);
            }
        }
    }

    private void unmanaged(RenderedFile file) {
        Optional<TreeEntry> now = tree.find(file.target().value());
        if (now.isEmpty()) {
            tree.entries(file.target().folder()).stream()
                    .filter(entry -> FoldedPath.of(entry.path())
                            .equals(FoldedPath.of(file.target().value())))
                    .forEach(entry -> object(
                            "case-collision",
                            file.target().value(),
                            "no other name that differs only by case or Unicode form",
                            "\"" + entry.path() + "\"",
                            "rename or remove it"));
        } else if (now.get().mode() != FileMode.FOLDER && !now.get().state().equals(file.state())) {
            object(
                    "unmanaged-file",
                    file.target().value(),
                    "nothing, or exactly what is delivered",
                    "another file (blob " + now.get().id().abbreviated() + ")",
                    "move it away, or choose another target_path");
        }
    }

    private void overrides(String prefix) {
        if (tree.find(OverridesFolder.ROOT).isEmpty()) {
            return;
        }
        if (tree.find(OverridesFolder.IGNORE.value()).isPresent()) {
            object(
                    "opt-out",
                    OverridesFolder.IGNORE.value(),
                    "no such file",
                    "files that this downstream does not want",
                    "remove it; opt-outs are not supported yet");
        }
        Set<String> sources = Stream.concat(
                        rendered.values().stream().map(RenderedFile::source), local.deliveredSources())
                .collect(Collectors.toSet());
        TreeFiles.below(
                tree,
                OverridesFolder.ROOT,
                entry -> OverridesFolder.sourceOf(entry.path(), prefix)
                        .filter(sources::contains)
                        .ifPresent(source -> object(
                                "override",
                                entry.path(),
                                "no override for a delivered file",
                                "one for " + source,
                                "remove it; merging overrides is not supported yet")));
    }

    private void object(String code, String subject, String expected, String found, String remedy) {
        objections.add(Objection.of(code, subject, expected, found, remedy));
    }
}
