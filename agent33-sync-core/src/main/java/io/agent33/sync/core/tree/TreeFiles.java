package io.agent33.sync.core.tree;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.TreeEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Visits everything in a tree that is not a folder. */
public final class TreeFiles {
    private TreeFiles() {}

    /**
     * Visits what lies below a folder at any depth, in git's order.
     *
     * @param folder without a slash at the end; empty for the whole tree
     */
    public static void below(FileTree tree, String folder, Consumer<TreeEntry> visitor) {
        Deque<TreeEntry> open = new ArrayDeque<>();
        push(open, tree.children(folder));
        while (!open.isEmpty()) {
            TreeEntry entry = open.pop();
            if (entry.mode() == FileMode.FOLDER) {
                push(open, tree.children(entry.path()));
            } else {
                visitor.accept(entry);
            }
        }
    }

    private static void push(Deque<TreeEntry> open, List<TreeEntry> children) {
        for (int i = children.size() - 1; i >= 0; i--) {
            open.push(children.get(i));
        }
    }
}
