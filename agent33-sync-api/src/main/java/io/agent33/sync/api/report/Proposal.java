package io.agent33.sync.api.report;

import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.SyncValidation;
import java.util.List;
import java.util.Optional;

/**
 * What a sync of one rule, or its rollback, would change (S2). Refers to content by object id.
 *
 * @param ruleId the rule
 * @param repository the downstream
 * @param release what is delivered
 * @param previous the label of the release that was merged before; empty on the first sync
 * @param base the branch and the commit that the plan is made for
 * @param edits every path that changes, state included, in the order of the paths
 * @param notes what a person should know of single paths (S8), in the order of the paths
 * @param checks the five in the specification's order, then the host's by name
 * @param text the pull request
 * @param digest SHA-256, in hex, over rule, repository, release, base branch, edits and text; not over the commit of the
 *     base, nor over what no edit names, so that it stays while the downstream moves elsewhere
 * @param purpose what it is for
 */
public record Proposal(
        String ruleId,
        RepositoryId repository,
        Release release,
        Optional<String> previous,
        BranchTip base,
        List<PlannedEdit> edits,
        List<PathNote> notes,
        List<CheckResult> checks,
        PullRequestText text,
        String digest,
        Purpose purpose)
        implements RulePlan {
    public Proposal {
        edits = List.copyOf(edits);
        notes = List.copyOf(notes);
        checks = List.copyOf(checks);
    }

    /** A sync. */
    public Proposal(
            String ruleId,
            RepositoryId repository,
            Release release,
            Optional<String> previous,
            BranchTip base,
            List<PlannedEdit> edits,
            List<PathNote> notes,
            List<CheckResult> checks,
            PullRequestText text,
            String digest) {
        this(ruleId, repository, release, previous, base, edits, notes, checks, text, digest, Purpose.SYNC);
    }

    @Override
    public Optional<SyncValidation> validation() {
        return Optional.of(new SyncValidation(ruleId, release.label(), checks));
    }

    /** The branch that it is pushed to (S11). */
    public String branch() {
        return purpose.branch(release.label(), ruleId);
    }

    /** The edits of delivered files. */
    public List<PlannedEdit> deliveries() {
        return edits.stream().filter(PlannedEdit::delivered).toList();
    }

    /** How many delivered files change. */
    public FileCounts counts() {
        return FileCounts.of(edits);
    }
}
