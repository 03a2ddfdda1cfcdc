package io.agent33.sync.core.plan;

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
import java.util.stream.Stream;

/** Which paths a merged sync of a rule can have written: its commit may hold more, of a person or of another rule. */
final class SyncReach {
    private final StateFolder folder;
    private final String overridePrefix;
    private final boolean othersAreSynced;

    /** @param head as it is now */
    SyncReach(String ruleId, String overridePrefix, FileTree head) {
        this.folder = new StateFolder(ruleId);
        this.overridePrefix = overridePrefix;
        this.othersAreSynced = head.children(StateFolder.ROOT).stream()
                .filter(entry -> !entry.name().equals(ruleId))
                .anyMatch(entry -> head.find(
                                new StateFolder(entry.name()).manifest().value())
                        .isPresent());
    }

    Undoing undoing(PastSync sync, FileTree before, FileTree after) {
        Set<String> inherited = new HashSet<>();
        if (sync.before().isEmpty()) {
            vanished(before, after).forEach(inherited::add);
        }
        Predicate<String> state = path -> (isBelow(path, folder.path())
                        && !path.equals(folder.rolledBack().value()))
                || inherited.stream().anyMatch(other -> isBelow(path, other));
        Predicate<String> files = sync.after().isPresent() ? written(sync) : SyncReach::isAnyFile;
        return new Undoing(before, after, state.or(files.and(this::isMine)), state);
    }

    /** The state folders of rules whose state this one took along. */
    private static Stream<String> vanished(FileTree before, FileTree after) {
        return before.children(StateFolder.ROOT).stream()
                .map(entry -> new StateFolder(entry.name()))
                .filter(other -> before.find(other.manifest().value()).isPresent())
                .filter(other -> after.find(other.manifest().value()).isEmpty())
                .map(StateFolder::path);
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

    private boolean isMine(String path) {
        return !(othersAreSynced && path.equals(OverridesFolder.ABOUT.value()));
    }

    private static boolean isBelow(String path, String folder) {
        return path.startsWith(folder + "/");
    }
}
