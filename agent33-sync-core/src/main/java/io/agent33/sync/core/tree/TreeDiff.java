package io.agent33.sync.core.tree;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.TreeEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.annotation.Nullable;

/** The paths at which two trees differ. Folders with equal ids are not opened. */
public final class TreeDiff {
    private final FileTree before;
    private final FileTree after;
    private final Consumer<String> visitor;

    private TreeDiff(FileTree before, FileTree after, Consumer<String> visitor) {
        this.before = before;
        this.after = after;
        this.visitor = visitor;
    }

    /** Visits each path that holds a file in either tree and not the same one in both. */
    public static void between(FileTree before, FileTree after, Consumer<String> visitor) {
        if (!before.id().equals(after.id())) {
            new TreeDiff(before, after, visitor).folder("");
        }
    }

    private void folder(String path) {
        Map<String, TreeEntry> old = new HashMap<>();
        before.children(path).forEach(entry -> old.put(entry.path(), entry));
        for (TreeEntry entry : after.children(path)) {
            compare(old.remove(entry.path()), entry);
        }
        old.values().forEach(gone -> one(before, gone));
    }

    private void compare(@Nullable TreeEntry old, TreeEntry now) {
        if (Objects.equals(old, now)) {
            return;
        }
        if (old != null && old.mode() == FileMode.FOLDER && now.mode() == FileMode.FOLDER) {
            folder(now.path());
            return;
        }
        boolean bothFiles = old != null && old.mode() != FileMode.FOLDER && now.mode() != FileMode.FOLDER;
        if (old != null && !bothFiles) {
            one(before, old);
        }
        one(after, now);
    }

    private void one(FileTree tree, TreeEntry entry) {
        if (entry.mode() == FileMode.FOLDER) {
            TreeFiles.below(tree, entry.path(), file -> visitor.accept(file.path()));
        } else {
            visitor.accept(entry.path());
        }
    }
}
