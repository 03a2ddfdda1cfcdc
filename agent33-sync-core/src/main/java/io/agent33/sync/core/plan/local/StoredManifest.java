package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.state.ManifestFormat;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.tree.Blobs;
import java.util.Optional;

/** A manifest where only what it says is asked for, and not whether it can be trusted: one that cannot be read says nothing. */
public final class StoredManifest {
    private static final int MAX = 64 << 20;

    private StoredManifest() {}

    /** The blob in a rule's folder. */
    public static Optional<ObjectId> blob(FileTree tree, StateFolder folder) {
        return tree.find(folder.manifest().value())
                .filter(entry -> entry.mode().isFile())
                .map(TreeEntry::id);
    }

    /** What it says. */
    public static Optional<Manifest> read(DownstreamRepository downstream, FileTree tree, StateFolder folder) {
        return blob(tree, folder)
                .flatMap(id -> Blobs.read(downstream.blobs(), id, MAX))
                .flatMap(content -> parsed(folder, content));
    }

    private static Optional<Manifest> parsed(StateFolder folder, byte[] content) {
        try {
            return Optional.of(ManifestFormat.read(folder.manifest().value(), content));
        } catch (ManifestException e) {
            return Optional.empty();
        }
    }
}
