package io.agent33.sync.core.state;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.tree.OwnFolders;

/** Where a rule's state lies in the downstream (S9). */
public record StateFolder(String ruleId) {
    /** The folder of all rules' states, without a slash at the end. */
    public static final String ROOT = OwnFolders.STATE;

    private static final String MANIFEST = "manifest.yaml";

    /** This rule's folder, without a slash at the end. */
    public String path() {
        return ROOT + "/" + ruleId;
    }

    /** The manifest. */
    public RepoPath manifest() {
        return RepoPath.of(path() + "/" + MANIFEST);
    }

    /** The folder of the baselines, without a slash at the end. */
    public String baselines() {
        return path() + "/baseline";
    }

    /**
     * Where the baseline of a delivered file lies.
     *
     * @throws IllegalArgumentException if the target path leaves no room for it
     */
    public RepoPath baseline(RepoPath target) {
        return RepoPath.of(baselines() + "/" + target.value());
    }
}
