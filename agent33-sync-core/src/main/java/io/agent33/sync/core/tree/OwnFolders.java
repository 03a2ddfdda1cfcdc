package io.agent33.sync.core.tree;

import java.util.Optional;

/** Folders of a downstream that are the engine's and the downstream's own: nothing is ever delivered there (S8, S9). */
public final class OwnFolders {
    /** All rules' states, without a slash at the end. */
    public static final String STATE = ".agent33-sync-state";

    /** Local customisations, without a slash at the end. */
    public static final String OVERRIDES = ".agent33-overrides";

    private OwnFolders() {}

    /** Why nothing can be delivered to a path, in whatever spelling a file system folds to one of them; empty if it can. */
    public static Optional<String> problemOf(String path) {
        int slash = path.indexOf('/');
        String top = FoldedPath.of(slash < 0 ? path : path.substring(0, slash));
        return top.equals(STATE) || top.equals(OVERRIDES)
                ? Optional.of(top + " belongs to the downstream and the engine")
                : Optional.empty();
    }
}
