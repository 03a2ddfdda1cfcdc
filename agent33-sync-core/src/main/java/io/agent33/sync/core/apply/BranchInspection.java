package io.agent33.sync.core.apply;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.plan.VersionOrder;
import io.agent33.sync.core.tree.CachedTree;
import io.agent33.sync.core.tree.TreeDiff;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A downstream's branches at one moment; tells ours from those that a person has touched (S11). */
final class BranchInspection {
    private final DownstreamRepository downstream;
    private final List<BranchTip> branches;

    private BranchInspection(DownstreamRepository downstream, List<BranchTip> branches) {
        this.downstream = downstream;
        this.branches = branches;
    }

    /** Looks once; whoever wants to see what happened since looks again. */
    static BranchInspection of(DownstreamRepository downstream) {
        return new BranchInspection(downstream, downstream.branches(BranchNames.PREFIX));
    }

    /** Where a branch points; empty if there is none of that name. */
    Optional<BranchTip> tip(String name) {
        return branches.stream().filter(branch -> branch.branch().equals(name)).findFirst();
    }

    /** Whether the commit at a tip makes exactly the edits of a proposal. */
    boolean holds(BranchTip tip, Proposal proposal) {
        return holdsExactly(downstream.commit(tip.commit()), proposal.edits());
    }

    Standing standing(Proposal proposal) {
        Optional<BranchTip> tip = tip(proposal.branch());
        return tip.isEmpty() ? new Standing.Absent() : standing(proposal, tip.get());
    }

    private Standing standing(Proposal proposal, BranchTip tip) {
        Commit commit = downstream.commit(tip.commit());
        Optional<String> foreign = foreign(
                commit, proposal.ruleId(), proposal.purpose(), proposal.base().commit());
        if (foreign.isPresent()) {
            return new Standing.Foreign(tip, foreign.get());
        }
        String upstreamCommit = Trailers.upstreamCommit(commit).orElse("");
        if (proposal.purpose() == Purpose.SYNC
                && !upstreamCommit.equals(proposal.release().commit().hex())) {
            return new Standing.MovedTag(Objection.of(
                    "moved-tag",
                    proposal.release().label(),
                    "commit " + upstreamCommit + ", as branch " + tip.branch() + " proposes it",
                    "commit " + proposal.release().commit(),
                    "a release is immutable: restore the tag upstream, or delete the branch"));
        }
        BranchTip base =
                new BranchTip(proposal.base().branch(), commit.parents().get(0));
        // A branch that was merged before would propose nothing more, whatever its tree holds.
        boolean fresh = !downstream.isAncestor(tip.commit(), proposal.base().commit());
        return fresh && holdsExactly(commit, proposal.edits())
                ? new Standing.AsPlanned(tip, base, Trailers.approval(commit, proposal))
                : new Standing.Replaceable(tip);
    }

    private List<BranchTip> unmerged(String ruleId, Purpose purpose, ObjectId base) {
        return branches.stream()
                .filter(branch -> BranchNames.release(branch, ruleId, purpose).isPresent())
                .filter(branch -> !downstream.isAncestor(branch.commit(), base))
                .toList();
    }

    /** The label of a release newer than the proposed one that waits too; empty if there is none. */
    Optional<String> newer(Proposal proposal) {
        return branches.stream()
                .filter(branch -> isNewer(branch, proposal))
                .filter(branch ->
                        !downstream.isAncestor(branch.commit(), proposal.base().commit()))
                .findFirst()
                .flatMap(branch -> BranchNames.release(branch, proposal.ruleId(), Purpose.SYNC));
    }

    /** Whether a branch is the rule's for a newer release than the proposed one. */
    static boolean isNewer(BranchTip branch, Proposal proposal) {
        return BranchNames.release(branch, proposal.ruleId(), Purpose.SYNC)
                .filter(label -> VersionOrder.isOlder(proposal.release().label(), label))
                .isPresent();
    }

    /** Those of them that are the engine's own to delete. */
    List<BranchTip> ours(String ruleId, Purpose purpose, ObjectId base) {
        return unmerged(ruleId, purpose, base).stream()
                .filter(branch -> foreign(downstream.commit(branch.commit()), ruleId, purpose, base)
                        .isEmpty())
                .toList();
    }

    private Optional<String> foreign(Commit commit, String ruleId, Purpose purpose, ObjectId base) {
        if (!Trailers.areOf(commit, ruleId, purpose) || commit.parents().size() != 1) {
            return Optional.of("its tip " + commit.id().abbreviated() + " (\"" + commit.subject() + "\" by "
                    + commit.author().name() + ") is not the engine's");
        }
        return downstream.isAncestor(commit.parents().get(0), base)
                ? Optional.empty()
                : Optional.of("it holds commits that the base branch does not have");
    }

    /** Whether the commit makes exactly these edits, of exactly what they expect. */
    private boolean holdsExactly(Commit commit, List<PlannedEdit> edits) {
        CachedTree before = new CachedTree(downstream.tree(commit.parents().get(0)));
        CachedTree after = new CachedTree(downstream.tree(commit.id()));
        Set<String> planned = edits.stream().map(edit -> edit.path().value()).collect(Collectors.toSet());
        boolean[] more = new boolean[1];
        TreeDiff.between(before, after, path -> more[0] |= !planned.contains(path));
        return !more[0]
                && edits.stream()
                        .allMatch(edit -> edit.before().equals(file(before, edit))
                                && edit.after().equals(file(after, edit)));
    }

    private static Optional<FileState> file(CachedTree tree, PlannedEdit edit) {
        return tree.find(edit.path().value())
                .filter(entry -> entry.mode() != FileMode.FOLDER)
                .map(TreeEntry::state);
    }
}
