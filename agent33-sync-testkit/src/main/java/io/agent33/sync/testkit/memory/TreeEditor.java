package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.ObjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Applies edits to a tree. What no edit names is taken over by id. */
final class TreeEditor {
    /**
     * What shall lie at a path.
     *
     * @param after a file, named by the last segment of the path; empty for nothing
     */
    record Edit(Optional<TreeItem> after) {
        static final Edit DELETE = new Edit(Optional.empty());

        boolean deletes() {
            return after.isEmpty();
        }
    }

    private final ObjectDatabase objects;
    private final boolean careful;

    /**
     * @param careful whether to refuse what would replace a folder, or a file that no edit deletes
     */
    TreeEditor(ObjectDatabase objects, boolean careful) {
        this.objects = objects;
        this.careful = careful;
    }

    /**
     * @param root the tree to start from; empty for no files
     * @param edits by {@link RawPath}
     */
    ObjectId apply(Optional<ObjectId> root, Map<String, Edit> edits) {
        return folder("", root, edits).orElseGet(() -> objects.put(TreeItem.encode(List.of())));
    }

    /** The folder's new tree; empty if nothing is left in it. */
    private Optional<ObjectId> folder(String prefix, Optional<ObjectId> tree, Map<String, Edit> edits) {
        Map<String, TreeItem> items = new LinkedHashMap<>();
        tree.ifPresent(id -> objects.tree(id).forEach(item -> items.put(item.name(), item)));
        bySegment(edits).forEach((name, inside) -> {
            Optional<TreeItem> present = Optional.ofNullable(items.remove(name));
            entry(prefix + name, present, inside).ifPresent(item -> items.put(name, item));
        });
        return items.isEmpty() ? Optional.empty() : Optional.of(objects.put(TreeItem.encode(items.values())));
    }

    /** Edits by first segment, then by the rest of the path; the rest is empty for the entry itself. */
    private static Map<String, Map<String, Edit>> bySegment(Map<String, Edit> edits) {
        Map<String, Map<String, Edit>> groups = new TreeMap<>();
        edits.forEach((path, edit) -> {
            int slash = path.indexOf('/');
            String name = slash < 0 ? path : path.substring(0, slash);
            String rest = slash < 0 ? "" : path.substring(slash + 1);
            groups.computeIfAbsent(name, key -> new TreeMap<>()).put(rest, edit);
        });
        return groups;
    }

    private Optional<TreeItem> entry(String path, Optional<TreeItem> present, Map<String, Edit> inside) {
        Optional<Edit> itself = Optional.ofNullable(inside.remove(""));
        boolean wasFile = present.isPresent() && !present.get().isFolder();
        boolean filled = inside.values().stream().anyMatch(edit -> !edit.deletes());
        if (filled && itself.isPresent() && !itself.get().deletes()) {
            throw refused(path, "one puts a file there and another one a file below it");
        }
        if (careful && filled && wasFile && itself.isEmpty()) {
            throw refused(path, "one puts a file below it, but a file lies there that none of them deletes");
        }
        if (careful && itself.isPresent() && itself.get().deletes() && present.isPresent() && !wasFile) {
            throw refused(path, "one deletes a file there, but it is a folder");
        }
        boolean emptied = wasFile || (itself.isPresent() && itself.get().deletes());
        Optional<TreeItem> rest =
                wasFile && !filled ? Optional.empty() : below(path, emptied ? Optional.empty() : present, inside);
        return itself.isEmpty() ? (rest.isPresent() || !wasFile ? rest : present) : over(path, rest, itself.get());
    }

    private Optional<TreeItem> below(String path, Optional<TreeItem> folder, Map<String, Edit> inside) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return folder(path + "/", folder.map(TreeItem::id), inside)
                .map(tree -> new TreeItem(name, FileMode.FOLDER, tree));
    }

    private Optional<TreeItem> over(String path, Optional<TreeItem> rest, Edit itself) {
        if (careful && rest.isPresent() && !itself.deletes()) {
            throw refused(path, "one puts a file there, but a folder lies there that they do not empty");
        }
        return itself.deletes() ? rest : itself.after();
    }

    private static IllegalArgumentException refused(String path, String why) {
        return new IllegalArgumentException("edits at \"" + RawPath.shown(path) + "\" contradict: " + why);
    }
}
