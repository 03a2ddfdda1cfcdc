package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.plan.PlanningOptions;
import io.agent33.sync.core.plan.RolledBackFile;
import io.agent33.sync.core.pullrequest.ReversalWriter;
import io.agent33.sync.core.rollback.RolledBack;
import io.agent33.sync.core.rollback.RolledBackFormat;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.state.StateFolder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans the allowance of a release that was rolled back (S12): it is taken from the rule's memory. Writes nothing that anyone
 * else can see.
 */
public final class AllowancePlanner {
    private final SyncRule rule;
    private final Set<String> activeRules;
    private final DownstreamRepository downstream;
    private final PlanningOptions options;

    /** @param activeRules the ids of all rules; whatever else has a memory was renamed or removed */
    public AllowancePlanner(
            SyncRule rule, Set<String> activeRules, DownstreamRepository downstream, PlanningOptions options) {
        this.rule = rule;
        this.activeRules = Set.copyOf(activeRules);
        this.downstream = downstream;
        this.options = options;
    }

    /** Looks at the downstream's base branch. */
    public RulePlan plan(String release) {
        BranchTip base = downstream.base(rule.branch());
        FileTree head = downstream.tree(base.commit());
        StateFolder own = new StateFolder(rule.id());
        try {
            RolledBack memory = RolledBackFile.read(downstream, head, own);
            if (memory.releases().contains(release)) {
                return proposal(new ReversalProposals(rule, base, head), own, memory, release);
            }
            for (StateFolder other : StateFolder.in(head)) {
                if (!activeRules.contains(other.ruleId())
                        && RolledBackFile.read(downstream, head, other)
                                .releases()
                                .contains(release)) {
                    RolledBack renamed = RolledBackFile.read(downstream, head, other);
                    return proposal(new ReversalProposals(rule, base, head), other, renamed, release);
                }
            }
            return settled(
                    new RuleOutcome.Skipped(release + " is not rolled back here; that are " + memory.releases()));
        } catch (ManifestException e) {
            return settled(new RuleOutcome.Blocked(List.of(e.objection())));
        }
    }

    private RulePlan proposal(ReversalProposals proposals, StateFolder folder, RolledBack memory, String release) {
        RevertContents contents = new RevertContents(downstream.blobs(), release);
        List<PlannedEdit> edits =
                proposals
                        .edit(
                                folder.rolledBack(),
                                RolledBackFormat.bytes(memory.without(release)).map(contents::file))
                        .stream()
                        .toList();
        PullRequestText text = new ReversalWriter(options.bodyLimit())
                .allowance(rule, release, edits, ReversalProposals.NO_CHECKS_YET);
        Optional<ObjectId> commit = new SyncHistory(downstream, folder.ruleId())
                .upstreamCommitOf(release, proposals.base().commit());
        return proposals.proposal(Purpose.ALLOWANCE, release, commit, edits, List.of(), text);
    }

    private Settled settled(RuleOutcome.NothingToApply outcome) {
        return new Settled(rule.id(), rule.targetRepo(), outcome);
    }
}
