package io.agent33.sync.core.git;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What a commit has beyond its only parent: work in proportion to the difference. */
final class NewObjects {
    private final RevWalk walk;
    private final Folders folders;
    private final Map<ObjectId, RevObject> objects = new LinkedHashMap<>();
    private final Set<PreparedPack> packs = new LinkedHashSet<>();

    /** Who may have packed a whole new folder before. */
    @FunctionalInterface
    interface Folders {
        Optional<PreparedPack> pack(ObjectId folder) throws IOException;
    }

    private NewObjects(RevWalk walk, Folders folders) {
        this.walk = walk;
        this.folders = folders;
    }

    static NewObjects of(RevCommit commit, RevWalk walk, Folders folders) throws IOException {
        NewObjects found = new NewObjects(walk, folders);
        found.objects.put(commit, commit);
        found.objects.put(commit.getTree(), commit.getTree());
        RevCommit parent = walk.parseCommit(commit.getParent(0));
        try (TreeWalk trees = new TreeWalk(walk.getObjectReader())) {
            trees.addTree(parent.getTree());
            trees.addTree(commit.getTree());
            trees.setFilter(TreeFilter.ANY_DIFF);
            while (trees.next()) {
                found.add(trees);
            }
        }
        found.packs.forEach(pack -> found.objects.keySet().removeAll(pack.objects()));
        return found;
    }

    /** A folder and all that is in it. */
    static Map<ObjectId, RevObject> below(ObjectId folder, RevWalk walk) throws IOException {
        NewObjects found = new NewObjects(walk, id -> Optional.empty());
        found.put(FileMode.TREE, folder);
        try (TreeWalk trees = new TreeWalk(walk.getObjectReader())) {
            trees.addTree(folder);
            while (trees.next()) {
                if (found.put(trees.getFileMode(0), trees.getObjectId(0)) && trees.isSubtree()) {
                    trees.enterSubtree();
                }
            }
        }
        return found.objects;
    }

    /** What no pack has. */
    Collection<RevObject> objects() {
        return objects.values();
    }

    /** The packs that hold the rest. */
    Collection<PreparedPack> packs() {
        return packs;
    }

    private void add(TreeWalk trees) throws IOException {
        ObjectId id = trees.getObjectId(1);
        if (!isPacked(trees, id)) {
            put(trees.getFileMode(1), id);
            if (trees.isSubtree()) {
                trees.enterSubtree();
            }
        }
    }

    private boolean isPacked(TreeWalk trees, ObjectId id) throws IOException {
        boolean newFolder = trees.getFileMode(1) == FileMode.TREE && trees.getFileMode(0) != FileMode.TREE;
        Optional<PreparedPack> pack = newFolder ? folders.pack(id) : Optional.empty();
        pack.ifPresent(packs::add);
        return pack.isPresent();
    }

    /** Whether it was not here before. */
    private boolean put(FileMode mode, ObjectId id) {
        if (mode == FileMode.MISSING || mode == FileMode.GITLINK) {
            return false;
        }
        return objects.putIfAbsent(id, mode == FileMode.TREE ? walk.lookupTree(id) : walk.lookupBlob(id)) == null;
    }
}
