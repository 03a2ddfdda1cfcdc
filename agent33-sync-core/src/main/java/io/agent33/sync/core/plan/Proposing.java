package io.agent33.sync.core.plan;

import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.core.plan.local.LocalState;
import io.agent33.sync.core.state.Manifest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last step of a plan: keeps content that is new, and puts the edits and their words into a value. */
final class Proposing {
    private final BlobStore store;

    Proposing(BlobStore store) {
        this.store = store;
    }

    /** @param merged content that no repository has yet, by its id */
    Proposal propose(
            Delivery delivery,
            Editing.Edits edits,
            Map<ObjectId, byte[]> merged,
            List<PathNote> notes,
            List<CheckResult> checks,
            PullRequestText text) {
        keep(edits, merged);
        SyncRule rule = delivery.rule();
        Release release = delivery.release();
        LocalState local = delivery.local();
        return new Proposal(
                rule.id(),
                rule.targetRepo(),
                release,
                local.merged().map(Manifest::release),
                local.base(),
                edits.edits(),
                notes,
                checks,
                text,
                ProposalDigest.of(
                        rule.id(), rule.targetRepo(), release, local.base().branch(), edits.edits(), text));
    }

    private void keep(Editing.Edits edits, Map<ObjectId, byte[]> merged) {
        edits.edits().stream()
                .flatMap(edit -> edit.after().stream())
                .map(FileState::id)
                .distinct()
                .map(id -> Optional.ofNullable(edits.made().get(id)).or(() -> Optional.ofNullable(merged.get(id))))
                .flatMap(Optional::stream)
                .forEach(content -> store.put(new ByteArrayInputStream(content), content.length));
    }
}
