package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.plan.local.Reconciled;
import io.agent33.sync.core.tree.CachedTree;
import io.agent33.sync.core.tree.FoldedPath;
import io.agent33.sync.core.tree.TreeFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in the downstream that some file systems take for the name of a new file (S4). */
final class Neighbours {
    private final CachedTree tree;
    private final Set<String> withdrawn;
    private final Map<String, Map<String, List<TreeEntry>>> folded = new HashMap<>();
    private final List<Objection> objections = new ArrayList<>();

    /** @param withdrawn paths that this very sync takes away */
    private Neighbours(CachedTree tree, Set<String> withdrawn) {
        this.tree = tree;
        this.withdrawn = withdrawn;
    }

    /** One objection for each new file that has such a neighbour. */
    static List<Objection> of(Reconciled reconciled, CachedTree tree) {
        Set<RepoPath> delivered = reconciled.paths().stream()
                .filter(path -> path.verdict().target().isPresent())
                .map(path -> path.facts().target())
                .collect(Collectors.toSet());
        Set<String> withdrawn = Stream.concat(
                        reconciled.paths().stream()
                                .filter(path -> path.verdict().target().isEmpty())
                                .map(path -> path.facts().target()),
                        reconciled.paths().stream().flatMap(path -> path.oldTarget().stream()))
                .filter(path -> !delivered.contains(path))
                .map(RepoPath::value)
                .collect(Collectors.toSet());
        Neighbours neighbours = new Neighbours(tree, withdrawn);
        reconciled.paths().stream()
                .filter(path -> path.verdict().target().isPresent())
                .map(path -> path.facts().target().value())
                .filter(target -> tree.find(target).isEmpty())
                .forEach(neighbours::check);
        return neighbours.objections;
    }

    /** A name beside the new file, or beside a folder above it, that some file systems take for the same. */
    private void check(String target) {
        for (int end = target.indexOf('/'); ; end = target.indexOf('/', end + 1)) {
            String path = end < 0 ? target : target.substring(0, end);
            if (tree.find(path).isEmpty()) {
                neighbour(path)
                        .ifPresent(entry -> objections.add(Objection.of(
                                "case-collision",
                                target,
                                "no other name that differs only by case or Unicode form",
                                "\"" + entry.path() + "\"",
                                "rename or remove it")));
                return;
            }
            if (end < 0) {
                return;
            }
        }
    }

    private Optional<TreeEntry> neighbour(String path) {
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return folded.computeIfAbsent(folder, this::byFoldedPath).getOrDefault(FoldedPath.of(path), List.of()).stream()
                .filter(entry -> !isWithdrawn(entry))
                .findFirst();
    }

    private Map<String, List<TreeEntry>> byFoldedPath(String folder) {
        return tree.entries(folder).stream().collect(Collectors.groupingBy(entry -> FoldedPath.of(entry.path())));
    }

    /** Whether this very sync takes it away, with all that is in it. */
    private boolean isWithdrawn(TreeEntry entry) {
        if (entry.mode() != FileMode.FOLDER) {
            return withdrawn.contains(entry.path());
        }
        boolean[] stays = new boolean[1];
        TreeFiles.below(tree, entry.path(), file -> stays[0] |= !withdrawn.contains(file.path()));
        return !stays[0];
    }
}
