package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.OverridesFolder;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.tree.TreeDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Overrides that a merged sync carried along with a rename upstream while their paths waited, told by what its commit did. */
final class OverrideMoves {
    private final DownstreamRepository downstream;
    private final StateFolder folder;
    private final String prefix;

    /** @param prefix what source paths have before the path of an override */
    OverrideMoves(DownstreamRepository downstream, StateFolder folder, String prefix) {
        this.downstream = downstream;
        this.folder = folder;
        this.prefix = prefix;
    }

    /** Where an override and its target lay, in the commit that still had them there. */
    record Place(ObjectId commit, RepoPath override, RepoPath target) {}

    /** @param added a commit that has the override from no parent; empty if it comes from nowhere else */
    Optional<Place> before(Commit added, RepoPath override) {
        if (added.parents().isEmpty()) {
            return Optional.empty();
        }
        ObjectId parent = added.parents().get(0);
        FileTree before = downstream.tree(parent);
        FileTree after = downstream.tree(added.id());
        Optional<String> source = OverridesFolder.sourceOf(override.value(), prefix);
        boolean stateMoved = source.flatMap(path -> record(after, path)).isPresent()
                && source.flatMap(path -> record(before, path)).isEmpty();
        List<Place> left = stateMoved ? left(parent, before, after, override) : List.of();
        // Of several with the same content nobody knows which one it was.
        return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }

    private Optional<ManifestFile> record(FileTree tree, String source) {
        return StoredManifest.read(downstream, tree, folder).map(Manifest::files).stream()
                .flatMap(List::stream)
                .filter(file -> file.source().equals(source))
                .findFirst();
    }

    /** Overrides with the same content that are gone. */
    private List<Place> left(ObjectId parent, FileTree before, FileTree after, RepoPath override) {
        Optional<ObjectId> content = after.find(override.value()).map(TreeEntry::id);
        List<Place> left = new ArrayList<>();
        TreeDiff.between(before, after, path -> {
            if (path.startsWith(OverridesFolder.ROOT + "/")
                    && after.find(path).isEmpty()
                    && before.find(path).map(TreeEntry::id).equals(content)) {
                OverridesFolder.sourceOf(path, prefix)
                        .flatMap(source -> record(before, source))
                        .ifPresent(file -> left.add(new Place(parent, RepoPath.of(path), file.target())));
            }
        });
        return left;
    }
}
