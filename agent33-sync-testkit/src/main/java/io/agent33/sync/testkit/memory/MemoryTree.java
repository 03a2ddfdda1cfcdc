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

    /** Name by name from the root: a path may be deeper than a stack of calls. */
    @Override
    public Optional<TreeEntry> find(String path) {
        ObjectId folder = root;
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            Optional<TreeItem> item = item(folder, path.substring(start, slash));
            if (item.filter(it -> it.mode() == FileMode.FOLDER).isEmpty()) {
                return Optional.empty();
            }
            folder = item.get().id();
            start = slash + 1;
        }
        return item(folder, path.substring(start)).map(item -> new TreeEntry(path, item.mode(), item.id()));
    }

    private Optional<TreeItem> item(ObjectId folder, String name) {
        return objects.tree(folder).stream()
                .filter(item -> RawPath.shown(item.name()).equals(name))
                .findFirst();
    }
}
