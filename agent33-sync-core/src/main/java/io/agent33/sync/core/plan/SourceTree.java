package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.Filters;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.tree.TreeFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** The upstream's files at one commit, walked once and shared by all rules. Thread-safe. */
final class SourceTree {
    private final FileTree tree;
    private final Map<Choice, Chosen> latest = new Latest();
    private @Nullable List<TreeEntry> files;

    SourceTree(FileTree tree) {
        this.tree = tree;
    }

    FileTree tree() {
        return tree;
    }

    /** The same object for rules that differ only in what does not matter here, as most rules of a fleet do. */
    Selection select(SyncRule rule) {
        Chosen chosen;
        synchronized (latest) {
            chosen = latest.computeIfAbsent(Choice.of(rule), choice -> new Chosen());
        }
        return chosen.by(rule);
    }

    private synchronized List<TreeEntry> files() {
        if (files == null) {
            List<TreeEntry> walked = new ArrayList<>();
            TreeFiles.below(tree, "", walked::add);
            files = walked;
        }
        return files;
    }

    /** What of a rule decides; of its id the length alone, which the paths of its baselines grow by. */
    private record Choice(String source, Filters filters, String targetPath, int idLength) {
        static Choice of(SyncRule rule) {
            return new Choice(
                    rule.source(), rule.filters(), rule.targetPath(), rule.id().length());
        }
    }

    private final class Chosen {
        private @Nullable Selection selection;

        synchronized Selection by(SyncRule rule) {
            if (selection == null) {
                selection = Selecting.select(rule, files());
            }
            return selection;
        }
    }

    /** A few, since those of a fleet whose every rule is different would fill a small heap. */
    private static final class Latest extends LinkedHashMap<Choice, Chosen> {
        private static final long serialVersionUID = 1;
        private static final int MOST = 8;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Choice, Chosen> eldest) {
            return size() > MOST;
        }
    }
}
