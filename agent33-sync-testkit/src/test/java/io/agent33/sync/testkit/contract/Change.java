package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.ObjectId;
import java.util.Optional;

/** Drafts that differ in one thing. */
final class Change {
    private Change() {}

    static CommitDraft expecting(CommitDraft draft, Optional<ObjectId> tip) {
        return new CommitDraft(
                draft.branch(), tip, draft.parent(), draft.tree(), draft.message(), draft.author(), draft.time());
    }

    static CommitDraft saying(CommitDraft draft, String message) {
        return new CommitDraft(
                draft.branch(),
                draft.expectedTip(),
                draft.parent(),
                draft.tree(),
                message,
                draft.author(),
                draft.time());
    }
}
