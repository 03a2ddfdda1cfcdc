package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.state.Manifest;
import java.util.Optional;

/**
 * A sync that was merged.
 *
 * @param commit of the base branch's first-parent history that brought it
 * @param label of its release; empty if nothing tells it
 * @param before the record that it found; empty if there was none, or none that can be read
 * @param after the record that it left; empty if it cannot be read any more
 */
record PastSync(Commit commit, String label, Optional<Manifest> before, Optional<Manifest> after) {
    /** The commit that it was merged onto. */
    ObjectId parent() {
        return commit.parents().get(0);
    }
}
