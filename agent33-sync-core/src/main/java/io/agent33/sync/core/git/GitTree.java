package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * The files below a tree object. Reads afresh each time; callers that come back often keep what they saw. Thread-safe.
 */
final class GitTree implements FileTree {
    private final Repository repository;
    private final Failures failures;
    private final ObjectId root;
    /** Those met so far, by path: whoever walks down comes to each of them soon. */
    private final Map<String, org.eclipse.jgit.lib.ObjectId> folders = new ConcurrentHashMap<>();

    GitTree(Repository repository, Failures failures, ObjectId root) {
        this.repository = repository;
        this.failures = failures;
        this.root = root;
    }

    @Override
    public ObjectId id() {
        return root;
    }

    @Override
    public List<TreeEntry> children(String folder) {
        return failures.attempt(() -> "read the folder \"" + Texts.oneLine(folder) + "\"", () -> {
            try (ObjectReader reader = repository.newObjectReader()) {
                Optional<RawTree> tree = tree(reader, folder);
                return tree.isEmpty() ? List.of() : entries(folder, tree.get());
            }
        });
    }

    private List<TreeEntry> entries(String folder, RawTree tree) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        List<TreeEntry> entries = new ArrayList<>(tree.items().size());
        for (RawTree.Item item : tree.items()) {
            String path = prefix + item.shownName();
            entries.add(new TreeEntry(path, item.shownMode(), Ids.of(item.id())));
            if (item.isFolder()) {
                folders.putIfAbsent(path, item.id());
            }
        }
        return entries;
    }

    @Override
    public Optional<TreeEntry> find(String path) {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, Math.max(0, slash));
        String name = path.substring(slash + 1);
        return failures.attempt(() -> "find \"" + Texts.oneLine(path) + "\"", () -> {
            try (ObjectReader reader = repository.newObjectReader()) {
                return tree(reader, folder)
                        .flatMap(tree -> tree.find(name))
                        .map(item -> new TreeEntry(path, item.shownMode(), Ids.of(item.id())));
            }
        });
    }

    private Optional<RawTree> tree(ObjectReader reader, String folder) throws IOException {
        org.eclipse.jgit.lib.ObjectId known = folders.get(folder);
        if (known != null) {
            return Optional.of(RawTree.read(reader, known));
        }
        RawTree tree = RawTree.read(reader, Ids.in(root));
        if (folder.isEmpty()) {
            return Optional.of(tree);
        }
        for (String name : folder.split("/", -1)) {
            Optional<RawTree.Item> item = tree.find(name).filter(RawTree.Item::isFolder);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            tree = RawTree.read(reader, item.get().id());
        }
        return Optional.of(tree);
    }
}
