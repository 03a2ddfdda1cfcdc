package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.core.plan.ProposalDigest;
import io.agent33.sync.core.validate.Checks;
import java.util.List;
import java.util.Optional;

/** Proposals for the base branch as it is, at releases of which the upstream need not know any more. */
record ReversalProposals(SyncRule rule, BranchTip base, FileTree head) {
    static final List<CheckResult> NO_CHECKS_YET = Checks.skipped("not run");

    /** @param commit the upstream's, as the downstream knows it; empty if nothing there tells it */
    Proposal proposal(
            Purpose purpose,
            String label,
            Optional<ObjectId> commit,
            List<PlannedEdit> edits,
            List<PathNote> notes,
            PullRequestText text) {
        Release release = new Release(label.substring(1), commit.orElse(ObjectId.none()), Optional.empty());
        return new Proposal(
                rule.id(),
                rule.targetRepo(),
                release,
                Optional.empty(),
                base,
                edits,
                notes,
                NO_CHECKS_YET,
                text,
                ProposalDigest.of(rule.id(), rule.targetRepo(), release, base.branch(), edits, text),
                purpose);
    }

    /** What puts this content there, with the mode that the file has; nothing if it is there. */
    Optional<PlannedEdit> edit(RepoPath path, Optional<FileState> after) {
        Optional<FileState> before =
                head.find(path.value()).filter(entry -> entry.mode().isFile()).map(TreeEntry::state);
        Optional<FileState> kept =
                after.map(file -> new FileState(before.map(FileState::mode).orElse(file.mode()), file.id()));
        return before.equals(kept)
                ? Optional.empty()
                : Optional.of(new PlannedEdit(path, Optional.empty(), before, kept));
    }
}
