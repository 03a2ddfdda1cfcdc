package io.agent33.sync.core.plan;

import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.state.ManifestFormat;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.tree.Blobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The merged syncs of a rule, found by what they left in the base branch's history (S11): first by the manifest, then by
 * trailers, then by the branch's name. What was rolled back since is none of them. For one thread.
 */
final class SyncHistory {
    private static final int MAX_MANIFEST = 64 << 20;
    private static final int MOST = 10_000;

    private final DownstreamRepository downstream;
    private final StateFolder folder;

    SyncHistory(DownstreamRepository downstream, String ruleId) {
        this.downstream = downstream;
        this.folder = new StateFolder(ruleId);
    }

    /**
     * Those that changed the manifest, the newest first.
     *
     * @param enough asked of each; the first for which it holds is the last
     */
    List<PastSync> byManifest(ObjectId head, Predicate<PastSync> enough) {
        List<PastSync> found = new ArrayList<>();
        // What a rollback restored: everything down to the sync that found this was taken back.
        Optional<Optional<ObjectId>> restored = Optional.empty();
        ObjectId from = head;
        for (int i = 0; i < MOST; i++) {
            Optional<Commit> change =
                    downstream.lastChange(from, folder.manifest().value());
            if (change.isEmpty() || change.get().parents().isEmpty()) {
                break;
            }
            Commit commit = change.get();
            from = commit.parents().get(0);
            FileTree before = downstream.tree(from);
            FileTree after = downstream.tree(commit.id());
            if (restored.isPresent()) {
                restored = restored.filter(blob -> !blob.equals(manifestIn(before)));
            } else if (isRollback(before, after)) {
                restored = Optional.of(manifestIn(after));
            } else if (manifestIn(after).isPresent()) {
                PastSync sync = sync(commit, before, after);
                found.add(sync);
                if (enough.test(sync)) {
                    break;
                }
            }
        }
        return found;
    }

    /** The newest that says by trailers or by its branch's name that it brought a release. */
    Optional<PastSync> byMessage(ObjectId head, Optional<String> label) {
        ObjectId at = head;
        for (int i = 0; i < MOST; i++) {
            Commit commit = downstream.commit(at);
            if (commit.parents().isEmpty()) {
                break;
            }
            String told = told(commit);
            if (!told.isEmpty() && label.filter(wanted -> !wanted.equals(told)).isEmpty()) {
                return Optional.of(new PastSync(commit, told, Optional.empty(), Optional.empty()));
            }
            at = commit.parents().get(0);
        }
        return Optional.empty();
    }

    private PastSync sync(Commit commit, FileTree before, FileTree after) {
        Optional<Manifest> left = read(after);
        return new PastSync(commit, left.map(Manifest::release).orElseGet(() -> told(commit)), read(before), left);
    }

    /** The release that a commit, or the branch that it merges, says to bring; empty if it says none. */
    private String told(Commit commit) {
        return Stream.concat(
                        Stream.of(commit), commit.parents().stream().skip(1).map(downstream::commit))
                .filter(one -> one.trailer("Agent33-Rule")
                        .filter(folder.ruleId()::equals)
                        .isPresent())
                .flatMap(one -> one.trailer(Purpose.SYNC.trailer()).stream())
                .findFirst()
                .orElseGet(() -> named(commit.subject()));
    }

    private String named(String subject) {
        return Stream.of(subject.split("[\\s'\"]"))
                .filter(word -> word.contains("agent33-sync/v") && word.endsWith("/" + folder.ruleId()))
                .map(word -> word.substring(word.indexOf("agent33-sync/v") + "agent33-sync/".length()))
                .map(word -> word.substring(0, word.length() - folder.ruleId().length() - 1))
                .filter(label -> label.indexOf('/') < 0)
                .findFirst()
                .orElse("");
    }

    private boolean isRollback(FileTree before, FileTree after) {
        Optional<ObjectId> remembered = blob(after, folder.rolledBack().value());
        return remembered.isPresent()
                && !remembered.equals(blob(before, folder.rolledBack().value()))
                && !(manifestIn(before).isEmpty() && takesAlong(before, after));
    }

    /** Whether the state of a renamed rule moved here. */
    private static boolean takesAlong(FileTree before, FileTree after) {
        return before.children(StateFolder.ROOT).stream()
                .map(entry -> entry.path() + "/rolled-back.yaml")
                .anyMatch(path ->
                        before.find(path).isPresent() && after.find(path).isEmpty());
    }

    private Optional<ObjectId> manifestIn(FileTree tree) {
        return blob(tree, folder.manifest().value());
    }

    private static Optional<ObjectId> blob(FileTree tree, String path) {
        return tree.find(path).filter(entry -> entry.mode().isFile()).map(TreeEntry::id);
    }

    private Optional<Manifest> read(FileTree tree) {
        return manifestIn(tree)
                .flatMap(blob -> Blobs.read(downstream.blobs(), blob, MAX_MANIFEST))
                .flatMap(this::parsed);
    }

    private Optional<Manifest> parsed(byte[] content) {
        try {
            return Optional.of(ManifestFormat.read(folder.manifest().value(), content));
        } catch (ManifestException e) {
            // The files tell what it did all the same.
            return Optional.empty();
        }
    }
}
