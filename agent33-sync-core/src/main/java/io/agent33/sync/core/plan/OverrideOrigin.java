package io.agent33.sync.core.plan;

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

    OverrideOrigin(DownstreamRepository downstream, ObjectId tip) {
        this.downstream = downstream;
        this.tip = tip;
    }

    /** What the target held in the commit that added the override; empty if nothing lay there. May fetch history. */
    Optional<ObjectId> seenByItsAuthor(RepoPath override, RepoPath target) {
        return downstream
                .lastChange(tip, override.value())
                .map(commit -> addedIn(commit, override.value()))
                .flatMap(commit -> downstream.tree(commit.id()).find(target.value()))
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
