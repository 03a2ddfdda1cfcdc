package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.StateFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The merged syncs of a rule, found by what they left in the base branch's history (S11): first by the manifest, then by
 * trailers, then by the branch's name. What was rolled back since is none of them. For one thread.
 */
final class SyncHistory {
    private static final int MOST = 10_000;

    private final DownstreamRepository downstream;
    private final StateFolder folder;
    private final PastStates states;

    SyncHistory(DownstreamRepository downstream, String ruleId) {
        this.downstream = downstream;
        this.folder = new StateFolder(ruleId);
        this.states = new PastStates(downstream);
    }

    /**
     * A rollback that was merged.
     *
     * @param releases that it took back
     */
    record Undone(Commit commit, Set<String> releases) {}

    /**
     * Those that changed the manifest, the newest first; where the rule was renamed, those of its old name follow.
     *
     * @param enough asked of each; the first for which it holds is the last
     */
    List<PastSync> byManifest(ObjectId head, Predicate<PastSync> enough) {
        List<PastSync> found = new ArrayList<>();
        // What a rollback restored: everything down to the sync that found this was taken back.
        Optional<Optional<ObjectId>> restored = Optional.empty();
        StateFolder at = folder;
        ObjectId from = head;
        for (int i = 0; i < MOST; i++) {
            Optional<Commit> change = change(from, at.manifest().value());
            if (change.isEmpty()) {
                break;
            }
            from = change.get().parents().get(0);
            FileTree before = downstream.tree(from);
            FileTree after = downstream.tree(change.get().id());
            Optional<ObjectId> was = PastStates.manifestIn(before, at);
            PastSync sync = sync(at, change.get(), before, after);
            if (restored.isPresent()) {
                restored = restored.filter(blob -> !blob.equals(was));
            } else if (!states.takenBack(before, after, at).isEmpty()) {
                restored = Optional.of(PastStates.manifestIn(after, at));
            } else if (PastStates.manifestIn(after, at).isPresent()) {
                found.add(sync);
                if (enough.test(sync)) {
                    break;
                }
            }
            at = sync.inherited().orElse(at);
        }
        return found;
    }

    /** The newest that says by trailers or by its branch's name that it brought a release. */
    Optional<PastSync> byMessage(ObjectId head, Optional<String> label) {
        CommitWords words = new CommitWords(downstream, folder.ruleId());
        Map<ObjectId, Set<String>> undone = new HashMap<>();
        undone(head, one -> undone.put(one.commit().id(), one.releases()) != null);
        Set<String> takenBack = new HashSet<>();
        ObjectId at = head;
        for (int i = 0; i < MOST; i++) {
            Commit commit = downstream.commit(at);
            if (commit.parents().isEmpty()) {
                break;
            }
            takenBack.addAll(undone.getOrDefault(at, Set.of()));
            Optional<String> told = words.release(commit)
                    .filter(release -> label.isEmpty() || label.get().equals(release))
                    .filter(release -> !takenBack.contains(release));
            if (told.isPresent()) {
                return Optional.of(
                        new PastSync(folder, commit, told.get(), Optional.empty(), Optional.empty(), Optional.empty()));
            }
            at = commit.parents().get(0);
        }
        return Optional.empty();
    }

    /** The last rollback for which it holds. */
    Optional<Undone> undone(ObjectId head, Predicate<Undone> wanted) {
        ObjectId from = head;
        for (int i = 0; i < MOST; i++) {
            Optional<Commit> change = change(from, folder.rolledBack().value());
            if (change.isEmpty()) {
                break;
            }
            from = change.get().parents().get(0);
            Set<String> releases = states.takenBack(
                    downstream.tree(from), downstream.tree(change.get().id()), folder);
            Undone undone = new Undone(change.get(), releases);
            if (!releases.isEmpty() && wanted.test(undone)) {
                return Optional.of(undone);
            }
        }
        return Optional.empty();
    }

    /** The upstream's commit of a release that was rolled back, as its sync had recorded it. */
    Optional<ObjectId> upstreamCommitOf(String label, ObjectId head) {
        Predicate<PastSync> isIt = sync -> sync.label().equals(label);
        return undone(head, one -> one.releases().contains(label))
                .map(one -> one.commit().parents().get(0))
                .flatMap(before -> byManifest(before, isIt).stream()
                        .filter(isIt)
                        .findFirst()
                        .or(() -> byMessage(before, Optional.of(label))))
                .flatMap(PastSync::upstreamCommit);
    }

    private Optional<Commit> change(ObjectId from, String path) {
        return downstream
                .lastChange(from, path)
                .filter(commit -> !commit.parents().isEmpty());
    }

    private PastSync sync(StateFolder at, Commit commit, FileTree before, FileTree after) {
        Optional<Manifest> left = states.read(after, at);
        boolean isFirst = PastStates.manifestIn(before, at).isEmpty();
        Optional<StateFolder> inherited = isFirst ? states.inherited(before, after, left) : Optional.empty();
        return new PastSync(
                at,
                commit,
                left.map(Manifest::release)
                        .orElseGet(() -> new CommitWords(downstream, at.ruleId())
                                .release(commit)
                                .orElse("")),
                inherited,
                states.read(before, inherited.orElse(at)),
                left);
    }
}
