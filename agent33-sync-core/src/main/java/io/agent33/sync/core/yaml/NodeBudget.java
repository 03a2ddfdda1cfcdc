package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;

/** How many nodes the documents of one text may still have. */
final class NodeBudget {
    private final int all;
    private int left;
    private boolean exceeded;

    NodeBudget(int all) {
        this.all = all;
        this.left = all;
    }

    void spend(Trail trail, Location at) throws BoundsExceeded {
        if (left == 0) {
            exceeded = true;
            throw new BoundsExceeded(
                    Objection.of("too-many-nodes", trail.toString(), "at most " + all + " keys and values", "more", "")
                            .at(at));
        }
        left--;
    }

    /** Whether somebody wanted more, and nothing more will be read. */
    boolean isExceeded() {
        return exceeded;
    }
}
