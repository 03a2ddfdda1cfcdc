package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEdit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Drafts of commits on the default branch's tip. */
final class Drafts {
    static final String BRANCH = "agent33-sync/v1.0.0/core-docs";
    static final Identity ENGINE = new Identity("agent33-sync", "sync@example.com");
    static final Instant TIME = Instant.parse("2026-01-02T00:00:00Z");
    static final String MESSAGE = "Sync → v1.0.0\n\nAgent33-Rule: core-docs\n";

    /** What the git command made of {@link #sample}. */
    static final ObjectId SAMPLE_COMMIT = ObjectId.of("9a526cffd3ecff039667e6cc87ada64da8505b22");

    private Drafts() {}

    /** {@link Edits#SAMPLE} on {@link Samples#everyMode}, on a branch that does not exist yet. */
    static CommitDraft sample(DownstreamRepository downstream) {
        return sample(downstream, Optional.empty());
    }

    static CommitDraft sample(DownstreamRepository downstream, Optional<ObjectId> expectedTip) {
        return draft(downstream, BRANCH, expectedTip, MESSAGE, Edits.SAMPLE);
    }

    static CommitDraft of(DownstreamRepository downstream, String message, TreeEdit edit) {
        return of(downstream, message, Optional.empty(), edit);
    }

    static CommitDraft of(
            DownstreamRepository downstream, String message, Optional<ObjectId> expectedTip, TreeEdit edit) {
        return draft(downstream, BRANCH, expectedTip, message, List.of(edit));
    }

    static CommitDraft draft(
            DownstreamRepository downstream,
            String branch,
            Optional<ObjectId> expectedTip,
            String message,
            List<TreeEdit> edits) {
        ObjectId base = downstream.base(Optional.empty()).commit();
        ObjectId tree = downstream.buildTree(base, edits, Edits.CONTENTS);
        return new CommitDraft(branch, expectedTip, base, tree, message, ENGINE, TIME);
    }
}
