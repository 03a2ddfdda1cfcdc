package io.agent33.sync.core.git;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/** Makes a new tree of an old one. Reads and writes the folders on the edited paths only. */
final class TreeBuilder {
    private final ObjectReader reader;
    private final ObjectInserter inserter;

    TreeBuilder(ObjectReader reader, ObjectInserter inserter) {
        this.reader = reader;
        this.inserter = inserter;
    }

    /** @throws IllegalArgumentException as {@code DownstreamRepository.buildTree} says */
    ObjectId build(ObjectId base, EditNode edits) throws IOException {
        Optional<ObjectId> root = folder("", Optional.of(base), edits);
        return root.isPresent() ? root.get() : insert(RawTree.EMPTY);
    }

    /** The folder's new tree; empty if nothing is left in it. */
    private Optional<ObjectId> folder(String prefix, Optional<ObjectId> tree, EditNode edits) throws IOException {
        RawTree before = tree.isPresent() ? RawTree.read(reader, tree.get()) : RawTree.EMPTY;
        Map<String, RawTree.Item> items = new LinkedHashMap<>();
        before.items().forEach(item -> items.put(item.name(), item));
        for (Map.Entry<String, EditNode> child : edits.children().entrySet()) {
            String name = child.getKey();
            Optional<RawTree.Item> present = Optional.ofNullable(items.get(name));
            Optional<RawTree.Item> after = entry(prefix + name, name, present, child.getValue());
            after.ifPresentOrElse(item -> items.put(name, item), () -> items.remove(name));
        }
        if (items.isEmpty()) {
            return Optional.empty();
        }
        RawTree after = RawTree.of(items.values());
        return tree.isPresent() && after.equals(before) ? tree : Optional.of(insert(after));
    }

    private ObjectId insert(RawTree tree) throws IOException {
        return inserter.insert(Constants.OBJ_TREE, tree.bytes());
    }

    private Optional<RawTree.Item> entry(String path, String name, Optional<RawTree.Item> present, EditNode edits)
            throws IOException {
        boolean file = present.isPresent() && !present.get().isFolder();
        boolean filled = edits.putsBelow();
        edits.check(path, present.isPresent(), file);
        Optional<RawTree.Item> folder = present.filter(item -> !file && !edits.deletes());
        Optional<RawTree.Item> rest =
                file && !filled ? Optional.empty() : below(path, name, folder.map(RawTree.Item::id), edits);
        if (edits.isUntouched()) {
            return file && !filled ? present : rest;
        }
        if (edits.deletes()) {
            return rest;
        }
        if (rest.isPresent()) {
            throw EditNode.contradiction(path, "one puts a file there, but a folder lies there that they do not empty");
        }
        return edits.file().map(state -> RawTree.file(name, state.mode(), Ids.in(state.id())));
    }

    private Optional<RawTree.Item> below(String path, String name, Optional<ObjectId> tree, EditNode edits)
            throws IOException {
        return folder(path + "/", tree, edits).map(id -> RawTree.folder(name, id));
    }
}
