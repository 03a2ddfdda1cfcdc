package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import java.util.Optional;

/** Where an override comes from: the commit that added it, wherever that was before it was merged (S8). */
final class OverrideOrigin {
    private final DownstreamRepository downstream;
    private final ObjectId tip;
    private final OverrideMoves moves;

    OverrideOrigin(DownstreamRepository downstream, ObjectId tip, OverrideMoves moves) {
        this.downstream = downstream;
        this.tip = tip;
        this.moves = moves;
    }

    /** What the target held in the commit that added the override; empty if nothing lay there. May fetch history. */
    Optional<ObjectId> seenByItsAuthor(RepoPath override, RepoPath target) {
        return seen(tip, override, target);
    }

    private Optional<ObjectId> seen(ObjectId from, RepoPath override, RepoPath target) {
        Optional<Commit> added =
                downstream.lastChange(from, override.value()).map(commit -> addedIn(commit, override.value()));
        // A sync that followed a rename is not its author.
        Optional<OverrideMoves.Place> before = added.flatMap(commit -> moves.before(commit, override));
        return before.isPresent()
                ? seen(
                        before.get().commit(),
                        before.get().override(),
                        before.get().target())
                : added.flatMap(commit -> downstream.tree(commit.id()).find(target.value()))
                        .filter(entry -> entry.mode().isFile())
                        .map(TreeEntry::id);
    }

    /** Back from a commit that changed a path to the one that had it from no parent. */
    private Commit addedIn(Commit changed, String path) {
        Commit commit = changed;
        while (true) {
            Optional<Commit> before = commit.parents().stream()
                    .filter(parent -> downstream.tree(parent).find(path).isPresent())
                    .findFirst()
                    .flatMap(parent -> downstream.lastChange(parent, path));
            if (before.isEmpty()) {
                return commit;
            }
            commit = before.get();
        }
    }
}
