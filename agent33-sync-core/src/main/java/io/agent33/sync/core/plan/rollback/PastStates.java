package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.plan.RolledBackFile;
import io.agent33.sync.core.plan.local.StoredManifest;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.StateFolder;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a commit did to the states of rules, by the trees before and after it. What cannot be read says nothing. */
final class PastStates {
    private final DownstreamRepository downstream;

    PastStates(DownstreamRepository downstream) {
        this.downstream = downstream;
    }

    /** The manifest as it lay there. */
    static Optional<ObjectId> manifestIn(FileTree tree, StateFolder folder) {
        return StoredManifest.blob(tree, folder);
    }

    /** What the manifest said there. */
    Optional<Manifest> read(FileTree tree, StateFolder folder) {
        return StoredManifest.read(downstream, tree, folder);
    }

    /** The releases that a commit took back, by the memory that it left. */
    Set<String> takenBack(FileTree before, FileTree after, StateFolder folder) {
        boolean isNew = file(before, folder.rolledBack().value()).isEmpty();
        Set<String> gained = new TreeSet<>(memory(after, folder));
        gained.removeAll(memory(before, folder));
        return isNew && movesMemory(before, after) ? Set.of() : gained;
    }

    /** The one rule whose state another took along when it was renamed (S9). */
    Optional<StateFolder> inherited(FileTree before, FileTree after, Optional<Manifest> left) {
        List<StateFolder> vanished = StateFolder.in(before).stream()
                .filter(other -> manifestIn(before, other).isPresent())
                .filter(other -> manifestIn(after, other).isEmpty())
                .filter(other -> shares(read(before, other), left))
                .toList();
        return vanished.size() == 1 ? Optional.of(vanished.get(0)) : Optional.empty();
    }

    /** Whether they name a target path in common; of what cannot be read nobody knows. */
    private static boolean shares(Optional<Manifest> one, Optional<Manifest> other) {
        return one.isEmpty() || other.isEmpty() || !Collections.disjoint(targets(one.get()), targets(other.get()));
    }

    private static Set<RepoPath> targets(Manifest manifest) {
        return manifest.files().stream().map(ManifestFile::target).collect(Collectors.toSet());
    }

    private Set<String> memory(FileTree tree, StateFolder folder) {
        try {
            return RolledBackFile.read(downstream, tree, folder).releases();
        } catch (ManifestException e) {
            return Set.of();
        }
    }

    /** Whether the memory of a renamed rule moved here. */
    private static boolean movesMemory(FileTree before, FileTree after) {
        return StateFolder.in(before).stream()
                .map(other -> other.rolledBack().value())
                .anyMatch(path ->
                        file(before, path).isPresent() && file(after, path).isEmpty());
    }

    private static Optional<ObjectId> file(FileTree tree, String path) {
        return tree.find(path).filter(entry -> entry.mode().isFile()).map(TreeEntry::id);
    }
}
