package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.glob.Glob;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.tree.FoldedPath;
import io.agent33.sync.core.tree.OwnFolders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first stage: which files a rule takes, and where they go (S4). */
final class Selecting {
    private static final String REMEDY = "exclude it with filters.exclude, or rename it upstream";

    private final SyncRule rule;
    private final Glob source;
    private final List<Glob> include;
    private final List<Glob> exclude;
    private final List<SelectedFile> files = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();

    private Selecting(SyncRule rule) {
        this.rule = rule;
        this.source = Glob.parse(rule.source());
        this.include = rule.filters().include().stream().map(Glob::parse).toList();
        this.exclude = rule.filters().exclude().stream().map(Glob::parse).toList();
    }

    /**
     * Applies a rule to the files of an upstream tree.
     *
     * @throws IllegalArgumentException if a glob of the rule does not parse; checked rules' do
     */
    static Selection select(SyncRule rule, List<TreeEntry> upstreamFiles) {
        Selecting selecting = new Selecting(rule);
        upstreamFiles.stream().filter(entry -> selecting.matches(entry.path())).forEach(selecting::take);
        selecting.collisions();
        return new Selection(List.copyOf(selecting.files), List.copyOf(selecting.objections));
    }

    /** Whether a rule would take a file of this path, if there were one. */
    static boolean wants(SyncRule rule, String path) {
        return new Selecting(rule).matches(path);
    }

    private boolean matches(String path) {
        return path.startsWith(source.literalFolder())
                && source.matches(path)
                && (include.isEmpty() || include.stream().anyMatch(glob -> glob.matches(path)))
                && exclude.stream().noneMatch(glob -> glob.matches(path));
    }

    private void take(TreeEntry entry) {
        if (!entry.mode().isFile()) {
            boolean link = entry.mode() == FileMode.SYMLINK;
            objections.add(Objection.of(
                    link ? "symbolic-link" : "submodule",
                    entry.path(),
                    "a file",
                    link ? "a symbolic link, which is never delivered" : "a submodule, which is never delivered",
                    REMEDY));
            return;
        }
        String target = rule.targetPath()
                + entry.path().substring(source.literalFolder().length());
        Optional<String> problem = problemOf(target);
        if (problem.isPresent()) {
            objections.add(Objection.of(
                    "unsafe-path", entry.path(), "a name that every file system holds", problem.get(), REMEDY));
        } else {
            files.add(new SelectedFile(entry, RepoPath.of(target)));
        }
    }

    private Optional<String> problemOf(String target) {
        // The baseline's path is the longer one; what holds for it holds for the target.
        return OwnFolders.problemOf(target)
                .or(() -> RepoPath.problemOf(target))
                .or(() -> RepoPath.problemOf(new StateFolder(rule.id()).baselines() + "/" + target));
    }

    /** Files that a case-insensitive file system, or one that folds Unicode, could not hold side by side. */
    private void collisions() {
        Map<String, SelectedFile> byFolded = new HashMap<>();
        for (SelectedFile file : files) {
            SelectedFile other =
                    byFolded.putIfAbsent(FoldedPath.of(file.target().value()), file);
            if (other != null) {
                objections.add(collision(file, other));
            }
        }
        for (SelectedFile file : files) {
            String folded = FoldedPath.of(file.target().value());
            for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
                SelectedFile other = byFolded.get(folded.substring(0, slash));
                if (other != null) {
                    objections.add(collision(file, other));
                }
            }
        }
    }

    private static Objection collision(SelectedFile file, SelectedFile other) {
        return Objection.of(
                "case-collision",
                file.source().path(),
                "a path that stays apart from others when case and Unicode form are ignored",
                "\"" + file.target() + "\" beside \"" + other.target() + "\"",
                REMEDY);
    }
}
