package io.agent33.sync.core.state;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.tree.OwnFolders;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a rule's state lies in the downstream (S9). */
public record StateFolder(String ruleId) {
    /** The folder of all rules' states, without a slash at the end. */
    public static final String ROOT = OwnFolders.STATE;

    private static final String MANIFEST = "manifest.yaml";
    private static final String ROLLED_BACK = "rolled-back.yaml";

    // None is longer than the first: a target path that leaves room for its baseline leaves room for all.
    private static final String BASELINE = "baseline";
    private static final String TARGET = "target";
    private static final String OVERRIDE = "override";
    private static final String ANCESTOR = "ancestor";
    private static final String LOCAL = "local";

    /** Those in a downstream; what else lies there belongs to nobody's state. */
    public static List<StateFolder> in(FileTree tree) {
        return tree.children(ROOT).stream()
                .filter(entry -> entry.mode() == FileMode.FOLDER)
                .map(TreeEntry::name)
                .filter(name -> SyncRule.problemOfId(name).isEmpty())
                .map(StateFolder::new)
                .toList();
    }

    /** This rule's folder, without a slash at the end. */
    public String path() {
        return ROOT + "/" + ruleId;
    }

    /** The manifest. */
    public RepoPath manifest() {
        return RepoPath.of(path() + "/" + MANIFEST);
    }

    /** Which releases were rolled back (S12); it stays when everything else of the state goes. */
    public RepoPath rolledBack() {
        return RepoPath.of(path() + "/" + ROLLED_BACK);
    }

    /** Whether a path is that of some rule's memory of rolled-back releases. */
    public static boolean isMemory(RepoPath path) {
        return path.value().startsWith(ROOT + "/") && path.value().endsWith("/" + ROLLED_BACK);
    }

    /** The folder of the baselines, without a slash at the end. */
    public String baselines() {
        return path() + "/" + BASELINE;
    }

    /**
     * Where the baseline of a delivered file lies.
     *
     * @throws IllegalArgumentException if the target path leaves no room for it
     */
    public RepoPath baseline(RepoPath target) {
        return kept(BASELINE, target);
    }

    /**
     * All content that is kept of one file, so that a shallow clone has whatever a merge needs: B, and D, W, A and L where
     * they are not among what is kept already.
     */
    public Map<RepoPath, ObjectId> kept(ManifestFile file) {
        Map<RepoPath, ObjectId> kept = new LinkedHashMap<>();
        Set<ObjectId> known = new HashSet<>();
        RepoPath target = file.target();
        keep(kept, known, BASELINE, target, file.baseline().id());
        keep(kept, known, TARGET, target, file.state().id());
        file.override().ifPresent(id -> keep(kept, known, OVERRIDE, target, id));
        file.conflict().ifPresent(conflict -> {
            keep(kept, known, ANCESTOR, target, conflict.ancestor());
            keep(kept, known, LOCAL, target, conflict.local());
        });
        return kept;
    }

    private void keep(Map<RepoPath, ObjectId> kept, Set<ObjectId> known, String what, RepoPath target, ObjectId id) {
        if (known.add(id)) {
            kept.put(kept(what, target), id);
        }
    }

    private RepoPath kept(String what, RepoPath target) {
        return RepoPath.of(path() + "/" + what + "/" + target.value());
    }
}
