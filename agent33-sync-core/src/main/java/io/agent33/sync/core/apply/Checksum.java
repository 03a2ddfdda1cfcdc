package io.agent33.sync.core.apply;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.core.plan.Replanned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checksum of one proposal (S7): what a second planning gives, what lies in the repository, and what arrived must be what
 * was proposed. Worked out once, however often the branch is looked at. For one use.
 */
final class Checksum {
    private static final int MOST_OBJECTIONS = 100;

    private final DownstreamRepository downstream;
    private final Proposal proposal;
    private final Replanning again;
    private Optional<List<Mismatch>> found = Optional.empty();

    Checksum(DownstreamRepository downstream, Proposal proposal, Replanning again) {
        this.downstream = downstream;
        this.proposal = proposal;
        this.again = again;
    }

    private boolean isOff() {
        return proposal.checks().stream()
                .noneMatch(check -> check.isOf(Check.CHECKSUM) && check.status() != CheckStatus.SKIP);
    }

    /**
     * Why the proposal must not be pushed, nor published if it was; empty if every file is what it should be. The proposal's
     * content is in the downstream's store by now.
     */
    Optional<RuleOutcome> refusal() {
        if (isOff()) {
            return Optional.empty();
        }
        List<Mismatch> mismatches = found.orElseGet(this::compare);
        found = Optional.of(mismatches);
        return mismatches.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleOutcome.Blocked(mismatches.stream()
                        .limit(MOST_OBJECTIONS)
                        .map(Mismatch::objection)
                        .toList()));
    }

    private List<Mismatch> compare() {
        Replanned replanned = again.again(proposal);
        List<Mismatch> planned = SecondLook.at(proposal, replanned);
        return planned.isEmpty() ? ReadBack.of(proposal, replanned, downstream.blobs()) : planned;
    }

    /** Why a branch that was pushed must not be published; empty if exactly what was pushed is at the remote. */
    Optional<RuleOutcome> arrival(BranchTip pushed) {
        if (isOff()) {
            return Optional.empty();
        }
        Optional<Mismatch> moved = moved(pushed);
        found = found.map(known -> moved.map(List::of).orElse(known));
        return moved.map(it -> new RuleOutcome.Failed(it.objection()));
    }

    private Optional<Mismatch> moved(BranchTip pushed) {
        BranchInspection inspection = BranchInspection.of(downstream);
        Optional<BranchTip> tip = inspection.tip(pushed.branch());
        if (!tip.equals(Optional.of(pushed))) {
            return Optional.of(Mismatch.branchMoved(pushed, tip));
        }
        return inspection.holds(pushed, proposal) ? Optional.empty() : Optional.of(Mismatch.otherTree(pushed));
    }

    /** What the check says; empty if it is off, or it did not come so far. */
    Optional<CheckResult> result() {
        return found.map(mismatches -> new CheckResult(
                Check.CHECKSUM.key(),
                Check.CHECKSUM.title(),
                mismatches.isEmpty() ? CheckStatus.PASS : CheckStatus.FAIL,
                details(mismatches),
                mismatches.stream().map(Mismatch::finding).toList(),
                List.of()));
    }

    private String details(List<Mismatch> mismatches) {
        Set<String> delivered = proposal.deliveries().stream()
                .filter(edit -> edit.after().isPresent())
                .map(PlannedEdit::path)
                .map(Object::toString)
                .collect(Collectors.toSet());
        long other = mismatches.stream()
                .map(Mismatch::finding)
                .map(Finding::where)
                .filter(where -> delivered.contains(where.file()))
                .count();
        return (delivered.size() - other) + "/" + delivered.size() + " files match";
    }
}
