package io.agent33.sync;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.rule.RuleText;

/** Where an upstream keeps its rules (the specification's "Sync Rules Schema"). */
final class RuleFolder {
    static final String PATH = "core/orchestrator/distribution/rules";

    private RuleFolder() {}

    /** A rule's file, and where it lies. */
    record Found(RepoPath path, RuleText text) {}

    static RepoPath file(String ruleId) {
        return RepoPath.of(PATH + "/" + ruleId + ".yaml");
    }

    static RepoPath archived(RepoPath file) {
        String path = file.value();
        return RepoPath.of(PATH + "/archived" + path.substring(path.lastIndexOf('/')));
    }
}
