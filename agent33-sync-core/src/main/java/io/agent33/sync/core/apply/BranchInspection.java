package io.agent33.sync.core.apply;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.tree.CachedTree;
import io.agent33.sync.core.tree.TreeDiff;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells our branches from those that a person has touched (S11). */
final class BranchInspection {
    private final DownstreamRepository downstream;

    BranchInspection(DownstreamRepository downstream) {
        this.downstream = downstream;
    }

    Standing standing(Proposal proposal, List<BranchTip> branches) {
        Optional<BranchTip> tip = branches.stream()
                .filter(branch -> branch.branch().equals(proposal.branch()))
                .findFirst();
        return tip.isEmpty() ? new Standing.Absent() : standing(proposal, tip.get());
    }

    private Standing standing(Proposal proposal, BranchTip tip) {
        Commit commit = downstream.commit(tip.commit());
        Optional<String> foreign =
                foreign(commit, proposal.ruleId(), proposal.base().commit());
        if (foreign.isPresent()) {
            return new Standing.Foreign(tip, foreign.get());
        }
        String upstreamCommit = Trailers.upstreamCommit(commit).orElse("");
        if (!upstreamCommit.equals(proposal.release().commit().hex())) {
            return new Standing.MovedTag(Objection.of(
                    "moved-tag",
                    proposal.release().label(),
                    "commit " + upstreamCommit + ", as branch " + tip.branch() + " proposes it",
                    "commit " + proposal.release().commit(),
                    "a release is immutable: restore the tag upstream, or delete the branch"));
        }
        BranchTip base =
                new BranchTip(proposal.base().branch(), commit.parents().get(0));
        return holdsExactly(commit, proposal.edits())
                ? new Standing.AsPlanned(tip, base)
                : new Standing.Replaceable(tip);
    }

    /** The rule's own branches of other releases that are not merged. */
    List<BranchTip> unmergedOthers(Proposal proposal, List<BranchTip> branches) {
        ObjectId base = proposal.base().commit();
        return branches.stream()
                .filter(branch -> !branch.branch().equals(proposal.branch()))
                .filter(branch -> BranchNames.release(branch, proposal.ruleId()).isPresent())
                .filter(branch -> !downstream.isAncestor(branch.commit(), base))
                .filter(branch -> isOurs(branch, proposal.ruleId(), base))
                .toList();
    }

    /** Whether a branch is the engine's own for a rule. */
    private boolean isOurs(BranchTip tip, String ruleId, ObjectId base) {
        return foreign(downstream.commit(tip.commit()), ruleId, base).isEmpty();
    }

    private Optional<String> foreign(Commit commit, String ruleId, ObjectId base) {
        if (!Trailers.areOf(commit, ruleId) || commit.parents().size() != 1) {
            return Optional.of("its tip " + commit.id().abbreviated() + " (\"" + commit.subject() + "\" by "
                    + commit.author().name() + ") is not the engine's");
        }
        return downstream.isAncestor(commit.parents().get(0), base)
                ? Optional.empty()
                : Optional.of("it holds commits that the base branch does not have");
    }

    private boolean holdsExactly(Commit commit, List<PlannedEdit> edits) {
        CachedTree tree = new CachedTree(downstream.tree(commit.id()));
        Set<String> planned = edits.stream().map(edit -> edit.path().value()).collect(Collectors.toSet());
        boolean[] more = new boolean[1];
        TreeDiff.between(downstream.tree(commit.parents().get(0)), tree, path -> more[0] |= !planned.contains(path));
        return !more[0]
                && edits.stream()
                        .allMatch(edit -> edit.after()
                                .equals(tree.find(edit.path().value())
                                        .filter(entry -> entry.mode() != FileMode.FOLDER)
                                        .map(TreeEntry::state)));
    }
}
