package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.decision.DecisionsFile;
import io.agent33.sync.core.rollback.Undoing;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.OverridesFolder;
import io.agent33.sync.core.state.StateFolder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which paths a merged sync of a rule can have written: its commit may hold more, of a person or of another rule. */
final class SyncReach {
    private final String overridePrefix;
    private final Set<String> synced;

    /** @param head as it is now */
    SyncReach(String overridePrefix, FileTree head) {
        this.overridePrefix = overridePrefix;
        this.synced = StateFolder.in(head).stream()
                .filter(folder -> head.find(folder.manifest().value()).isPresent())
                .map(StateFolder::ruleId)
                .collect(Collectors.toSet());
    }

    Undoing undoing(String ruleId, PastSync sync, FileTree before, FileTree after) {
        StateFolder folder = sync.folder();
        Predicate<String> state = path -> (isBelow(path, folder.path())
                        && !path.equals(folder.rolledBack().value()))
                || sync.inherited().filter(other -> isBelow(path, other.path())).isPresent();
        boolean shared = synced.stream().anyMatch(other -> !other.equals(ruleId) && !other.equals(folder.ruleId()));
        Predicate<String> files = sync.after().isPresent() ? written(sync) : SyncReach::isAnyFile;
        Predicate<String> mine = path -> !(shared && path.equals(OverridesFolder.ABOUT.value()));
        return new Undoing(before, after, state.or(files.and(mine)), state, SyncReach::isCustomisation);
    }

    private Predicate<String> written(PastSync sync) {
        Set<String> paths = new HashSet<>();
        paths.add(OverridesFolder.IGNORE.value());
        paths.add(OverridesFolder.ABOUT.value());
        Stream.of(sync.before(), sync.after()).flatMap(Optional::stream).forEach(manifest -> add(manifest, paths));
        return paths::contains;
    }

    private void add(Manifest manifest, Set<String> paths) {
        manifest.files().forEach(file -> {
            paths.add(file.target().value());
            OverridesFolder.overrideOf(file.source(), overridePrefix)
                    .map(RepoPath::value)
                    .ifPresent(paths::add);
        });
    }

    private static boolean isAnyFile(String path) {
        return !path.equals(DecisionsFile.PATH) && !isBelow(path, StateFolder.ROOT);
    }

    private static boolean isCustomisation(String path) {
        return isBelow(path, OverridesFolder.ROOT);
    }

    private static boolean isBelow(String path, String folder) {
        return path.startsWith(folder + "/");
    }
}
