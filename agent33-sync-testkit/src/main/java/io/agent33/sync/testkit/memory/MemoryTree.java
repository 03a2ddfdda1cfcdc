package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import java.util.List;
import java.util.Optional;

/** The files below a tree object. */
final class MemoryTree implements FileTree {
    private final ObjectDatabase objects;
    private final ObjectId root;

    MemoryTree(ObjectDatabase objects, ObjectId root) {
        this.objects = objects;
        this.root = root;
    }

    @Override
    public ObjectId id() {
        return root;
    }

    @Override
    public List<TreeEntry> children(String folder) {
        Optional<ObjectId> tree = folder.isEmpty()
                ? Optional.of(root)
                : find(folder).filter(entry -> entry.mode() == FileMode.FOLDER).map(TreeEntry::id);
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return tree.map(objects::tree).orElse(List.of()).stream()
                .map(item -> new TreeEntry(prefix + RawPath.shown(item.name()), item.mode(), item.id()))
                .toList();
    }

    @Override
    public Optional<TreeEntry> find(String path) {
        int slash = path.lastIndexOf('/');
        return children(path.substring(0, Math.max(0, slash))).stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst();
    }
}
