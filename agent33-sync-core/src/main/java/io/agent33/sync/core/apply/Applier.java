package io.agent33.sync.core.apply;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.Approval;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.pullrequest.PullRequestWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Makes a proposal real (S2, S11, S14): commit, push, publish, each step safe to repeat. What an interrupted run left
 * behind is found and completed, not made again. Thread-safe.
 */
public final class Applier {
    /** How often a branch that moves under our hands is looked at again. */
    private static final int ATTEMPTS = 3;

    private final UpstreamRepository upstream;
    private final PullRequestPublisher publisher;
    private final Identity author;
    private final boolean downgrade;
    private final Optional<Approval> approval;
    private final BooleanSupplier cancelled;

    /**
     * @param author of the commits
     * @param downgrade whether an older release may take the place of a newer one
     * @param approval of what is applied, for the commits and the pull requests to tell
     * @param cancelled asked between steps; once it says {@code true}, no further step is begun
     */
    public Applier(
            UpstreamRepository upstream,
            PullRequestPublisher publisher,
            Identity author,
            boolean downgrade,
            Optional<Approval> approval,
            BooleanSupplier cancelled) {
        this.upstream = upstream;
        this.publisher = publisher;
        this.author = author;
        this.downgrade = downgrade;
        this.approval = approval;
        this.cancelled = cancelled;
    }

    /**
     * Applies one proposal.
     *
     * @param again by which the proposal is made a second time, unless its checksum is off
     * @throws io.agent33.sync.api.error.RepositoryException if the world fails; applying again continues
     */
    public Applied apply(DownstreamRepository downstream, Proposal proposal, Replanning again) {
        Checksum checksum = new Checksum(downstream, proposal, again);
        RuleOutcome outcome = outcome(downstream, proposal, checksum);
        return new Applied(outcome, checksum.result());
    }

    private RuleOutcome outcome(DownstreamRepository downstream, Proposal proposal, Checksum checksum) {
        for (int attempt = 1; ; attempt++) {
            Attempt outcome = attempt(downstream, proposal, checksum);
            if (outcome instanceof Attempt.Ended ended) {
                return ended.outcome();
            }
            if (attempt == ATTEMPTS) {
                return failed("moving-branch", proposal, "branch " + proposal.branch() + " keeps moving", "run again");
            }
        }
    }

    /**
     * Takes away what still proposes something for a rule whose merged content is current: a later release took it back, or
     * was merged while a rollback of an older one waited.
     *
     * @param rule the rule
     * @param release the label of the release that is current
     */
    public void withdraw(DownstreamRepository downstream, SyncRule rule, String release) {
        if (!cancelled.getAsBoolean()) {
            new Superseding(downstream, publisher).notNewerThan(release, rule);
        }
    }

    /** One look at the branch and what follows from it. */
    private sealed interface Attempt {
        record Ended(RuleOutcome outcome) implements Attempt {}

        record Overtaken() implements Attempt {}
    }

    private Attempt attempt(DownstreamRepository downstream, Proposal proposal, Checksum checksum) {
        BranchInspection inspection = BranchInspection.of(downstream);
        Optional<RuleOutcome> overtaken = overtaken(proposal, inspection);
        if (overtaken.isPresent()) {
            return new Attempt.Ended(overtaken.get());
        }
        Standing standing = inspection.standing(proposal);
        if (standing instanceof Standing.Foreign foreign) {
            return new Attempt.Ended(new RuleOutcome.LeftAlone(foreign.tip().branch(), foreign.reason()));
        }
        if (standing instanceof Standing.MovedTag moved) {
            return new Attempt.Ended(new RuleOutcome.Blocked(List.of(moved.objection())));
        }
        if (standing instanceof Standing.AsPlanned asPlanned && tellsTheApproval(asPlanned)) {
            Pushed pushed = new Pushed(asPlanned.base(), asPlanned.tip(), asPlanned.approval());
            return new Attempt.Ended(
                    checksum.refusal().orElseGet(() -> publish(downstream, proposal, pushed, Optional.empty())));
        }
        return declinedOrPushed(downstream, proposal, standing, checksum);
    }

    /** One that was approved before stays so; a new approval needs a commit that tells it. */
    private boolean tellsTheApproval(Standing.AsPlanned standing) {
        return approval.isEmpty() || approval.equals(standing.approval());
    }

    /** A newer proposal that waits is not replaced by an older one, unless that is allowed (S10). */
    private Optional<RuleOutcome> overtaken(Proposal proposal, BranchInspection branches) {
        if (downgrade || proposal.purpose() != Purpose.SYNC) {
            return Optional.empty();
        }
        return branches.newer(proposal)
                .map(label -> new RuleOutcome.Skipped(
                        label + " is proposed already, which is newer than " + proposal.release()));
    }

    private Attempt declinedOrPushed(
            DownstreamRepository downstream, Proposal proposal, Standing standing, Checksum checksum) {
        Optional<Publication.Declined> declined = declined(proposal);
        if (declined.isPresent()) {
            return new Attempt.Ended(
                    new RuleOutcome.LeftAlone(proposal.branch(), declined.get().reason()));
        }
        Optional<ObjectId> expected = Standing.replaced(standing).map(BranchTip::commit);
        return cancelled.getAsBoolean()
                ? new Attempt.Ended(Cancellation.outcome(proposal.ruleId()))
                : push(downstream, proposal, expected, checksum);
    }

    private Optional<Publication.Declined> declined(Proposal proposal) {
        return publisher.declines(
                proposal.repository(), proposal.purpose().pullRequestOf(proposal.ruleId()), proposal.release());
    }

    /**
     * Why a proposal would not be pushed for, so far as that shows before: whoever has effects of his own to bring about
     * asks first.
     */
    public Optional<RuleOutcome> refusal(DownstreamRepository downstream, Proposal proposal) {
        if (BranchInspection.of(downstream).standing(proposal) instanceof Standing.Foreign foreign) {
            return Optional.of(new RuleOutcome.LeftAlone(foreign.tip().branch(), foreign.reason()));
        }
        return declined(proposal).map(why -> new RuleOutcome.LeftAlone(proposal.branch(), why.reason()));
    }

    private Attempt push(
            DownstreamRepository downstream, Proposal proposal, Optional<ObjectId> expected, Checksum checksum) {
        CommitDraft draft = draft(downstream, proposal, expected);
        Optional<RuleOutcome> mismatch = checksum.refusal();
        if (mismatch.isPresent()) {
            return new Attempt.Ended(mismatch.get());
        }
        BranchUpdate update = downstream.push(draft);
        if (update instanceof BranchUpdate.Done done) {
            Pushed pushed = new Pushed(proposal.base(), new BranchTip(proposal.branch(), done.commit()), approval);
            BranchInspection since = BranchInspection.of(downstream);
            return new Attempt.Ended(givenWay(downstream, proposal, pushed.head(), since)
                    .or(() -> checksum.arrival(pushed.head()))
                    .orElseGet(() -> publish(downstream, proposal, pushed, Optional.of(since))));
        }
        if (update instanceof BranchUpdate.Refused refused) {
            return new Attempt.Ended(failed(
                    "push-refused",
                    proposal,
                    "the repository refused branch " + proposal.branch() + ": " + refused.reason(),
                    "allow pushes to agent33-sync/** for these credentials"));
        }
        return new Attempt.Overtaken();
    }

    /**
     * Two engines may bring two releases at once. Each looks again after its push, so at least one of them sees both, and of the
     * two it is the older release that gives way, whoever is first.
     */
    private Optional<RuleOutcome> givenWay(
            DownstreamRepository downstream, Proposal proposal, BranchTip own, BranchInspection since) {
        Optional<RuleOutcome> overtaken = overtaken(proposal, since);
        overtaken.ifPresent(newer -> new Superseding(downstream, publisher).takeBack(own));
        return overtaken;
    }

    private CommitDraft draft(DownstreamRepository downstream, Proposal proposal, Optional<ObjectId> expected) {
        ObjectId base = proposal.base().commit();
        ObjectId tree = downstream.buildTree(
                base, proposal.edits().stream().map(PlannedEdit::edit).toList(), upstream.blobs());
        return new CommitDraft(
                proposal.branch(),
                expected,
                base,
                tree,
                Trailers.message(proposal, tree, approval),
                author,
                time(downstream, proposal));
    }

    /** Not the clock's: the same proposal on the same base is the same commit, whoever makes it and when. */
    private Instant time(DownstreamRepository downstream, Proposal proposal) {
        if (proposal.purpose() != Purpose.SYNC) {
            // What is taken back may be gone from the upstream.
            return downstream.commit(proposal.base().commit()).time();
        }
        Instant released = upstream.commit(proposal.release().commit()).time();
        Instant base = downstream.commit(proposal.base().commit()).time();
        return released.isAfter(base) ? released : base;
    }

    /** A branch as it is at the remote, the commit that it stands on, and who approved it. */
    private record Pushed(BranchTip base, BranchTip head, Optional<Approval> approval) {}

    /** @param since the downstream's branches after the push; empty if nothing was pushed now */
    private RuleOutcome publish(
            DownstreamRepository downstream, Proposal proposal, Pushed branch, Optional<BranchInspection> since) {
        if (cancelled.getAsBoolean()) {
            return Cancellation.outcome(proposal.ruleId());
        }
        Publication publication = publisher.publish(draft(proposal, branch));
        if (publication instanceof Publication.Declined declined) {
            return new RuleOutcome.LeftAlone(branch.head().branch(), declined.reason());
        }
        if (proposal.purpose() == Purpose.SYNC) {
            new Superseding(downstream, publisher).allBut(proposal, downgrade, since);
        }
        boolean waiting = since.isEmpty() && publication instanceof Publication.Unchanged;
        return waiting
                ? new RuleOutcome.Waiting(branch.head(), proposal.counts(), publication)
                : new RuleOutcome.Proposed(branch.head(), proposal.counts(), publication);
    }

    private static PullRequestDraft draft(Proposal proposal, Pushed branch) {
        PullRequestText text = branch.approval()
                .map(given -> PullRequestWriter.approved(proposal.text(), given))
                .orElse(proposal.text());
        return new PullRequestDraft(
                proposal.repository(),
                proposal.purpose().pullRequestOf(proposal.ruleId()),
                proposal.release(),
                branch.base(),
                branch.head(),
                text);
    }

    private static RuleOutcome failed(String code, Proposal proposal, String found, String remedy) {
        return new RuleOutcome.Failed(
                Objection.of(code, proposal.repository() + " " + proposal.ruleId(), "", found, remedy));
    }
}
