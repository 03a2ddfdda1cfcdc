package io.agent33.sync.api.monitor;

import java.util.Locale;

/** How a rule stands in its downstream (S13). The first that fits, in this order. */
public enum Standing {
    /** No sync of it is merged. */
    NEVER,
    /** More attempts in a row failed than may. */
    FAILING,
    /** The merged content is what the latest release, or for {@code on_change} the branch's head, would deliver. */
    CURRENT,
    /** It is not, and the last sync is longer ago than it may be. */
    STALE,
    /** It is not, and an open pull request brings it up. */
    PROPOSED,
    /** It is not. */
    BEHIND;

    /** As the specification's registry writes it: {@code Current}. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
