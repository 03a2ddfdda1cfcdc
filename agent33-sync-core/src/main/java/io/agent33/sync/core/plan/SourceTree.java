package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.tree.TreeFiles;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/** The upstream's files at one commit, walked once and shared by all rules. Thread-safe. */
final class SourceTree {
    private final FileTree tree;
    private @Nullable List<TreeEntry> files;

    SourceTree(FileTree tree) {
        this.tree = tree;
    }

    FileTree tree() {
        return tree;
    }

    Selection select(SyncRule rule) {
        return Selecting.select(rule, files());
    }

    private synchronized List<TreeEntry> files() {
        if (files == null) {
            List<TreeEntry> walked = new ArrayList<>();
            TreeFiles.below(tree, "", walked::add);
            files = walked;
        }
        return files;
    }
}
