package io.agent33.sync.core.tree;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads each folder of a tree at most once, however often it is asked for. For one thread. */
public final class CachedTree implements FileTree {
    private final FileTree tree;
    private final Map<String, Map<String, TreeEntry>> folders = new HashMap<>();

    public CachedTree(FileTree tree) {
        this.tree = tree;
    }

    @Override
    public ObjectId id() {
        return tree.id();
    }

    @Override
    public List<TreeEntry> children(String folder) {
        return List.copyOf(entries(folder));
    }

    /** What lies directly in a folder, without a copy. */
    public Collection<TreeEntry> entries(String folder) {
        return byName(folder).values();
    }

    @Override
    public Optional<TreeEntry> find(String path) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        return Optional.ofNullable(byName(folder).get(path.substring(slash + 1)));
    }

    /** The first file, link or submodule that stands where a folder above {@code path} would have to be. */
    public Optional<TreeEntry> fileAbove(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            Optional<TreeEntry> entry = find(path.substring(0, slash));
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            if (entry.get().mode() != FileMode.FOLDER) {
                return entry;
            }
        }
        return Optional.empty();
    }

    private Map<String, TreeEntry> byName(String folder) {
        Map<String, TreeEntry> known = folders.get(folder);
        if (known != null) {
            return known;
        }
        Map<String, TreeEntry> read = new LinkedHashMap<>();
        if (folder.isEmpty()
                || find(folder).filter(e -> e.mode() == FileMode.FOLDER).isPresent()) {
            tree.children(folder).forEach(entry -> read.put(entry.name(), entry));
        }
        folders.put(folder, read);
        return read;
    }
}
