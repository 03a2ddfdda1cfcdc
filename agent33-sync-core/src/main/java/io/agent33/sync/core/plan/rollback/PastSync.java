package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.StateFolder;
import java.util.Optional;

/**
 * A sync that was merged.
 *
 * @param folder of the rule's state; another's than today's if the rule was renamed since
 * @param commit of the base branch's first-parent history that brought it
 * @param label of its release; empty if nothing tells it
 * @param inherited the folder of the renamed rule whose state it took along
 * @param before the record that it found; empty if there was none, or none that can be read
 * @param after the record that it left; empty if it cannot be read any more
 */
record PastSync(
        StateFolder folder,
        Commit commit,
        String label,
        Optional<StateFolder> inherited,
        Optional<Manifest> before,
        Optional<Manifest> after) {
    /** The commit that it was merged onto. */
    ObjectId parent() {
        return commit.parents().get(0);
    }

    /** Whether it brought the release, and not just more of one that was there. */
    boolean isWhole() {
        return before.filter(manifest -> manifest.release().equals(label)).isEmpty();
    }

    /** The upstream's commit of its release, as far as that can still be read. */
    Optional<ObjectId> upstreamCommit() {
        return after.map(Manifest::commit).or(() -> CommitWords.upstreamCommit(commit));
    }
}
