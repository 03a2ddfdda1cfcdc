package io.agent33.sync.core.apply;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.plan.VersionOrder;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the branches of a rule's proposals that were never merged and that another release has overtaken (S11). A branch
 * that a person has touched stays. What cannot be deleted now is found again by the next run.
 */
final class Superseding {
    private static final Logger LOG = LoggerFactory.getLogger(Superseding.class);

    private final DownstreamRepository downstream;
    private final PullRequestPublisher publisher;

    /** @param publisher told of each pull request that no other takes the place of, before its branch is deleted */
    Superseding(DownstreamRepository downstream, PullRequestPublisher publisher) {
        this.downstream = downstream;
        this.publisher = publisher;
    }

    /**
     * All of the rule's but the one that is proposed now, whose pull request has taken the place of theirs.
     *
     * @param newerToo whether it may take the place of a newer release's (S10); if not, such a one came meanwhile, and stays
     * @param seen the downstream's branches, if somebody looked just now
     */
    void allBut(Proposal proposal, boolean newerToo, Optional<BranchInspection> seen) {
        String ruleId = proposal.ruleId();
        look(seen, () -> proposal.base().commit(), (branches, base) -> {
            branches.ours(ruleId, Purpose.SYNC, base).stream()
                    .filter(branch -> !branch.branch().equals(proposal.branch()))
                    .filter(branch -> newerToo || !BranchInspection.isNewer(branch, proposal))
                    .forEach(this::delete);
            overtakenRollbacks(branches, ruleId, base);
        });
    }

    /** All of the rule's that a release which is current has overtaken. */
    void notNewerThan(String release, SyncRule rule) {
        look(Optional.empty(), () -> downstream.base(rule.branch()).commit(), (branches, base) -> {
            branches.ours(rule.id(), Purpose.SYNC, base).stream()
                    .filter(branch -> BranchNames.release(branch, rule.id(), Purpose.SYNC)
                            .filter(label -> !VersionOrder.isOlder(release, label))
                            .isPresent())
                    .forEach(branch -> withdraw(branch, rule.id(), Purpose.SYNC));
            overtakenRollbacks(branches, rule.id(), base);
        });
    }

    /** One that was pushed a moment ago, and for which no pull request was made yet. */
    void takeBack(BranchTip own) {
        try {
            delete(own);
        } catch (RepositoryException e) {
            LOG.warn("{}: branch {} could not be taken back", downstream.id(), own.branch(), e);
        }
    }

    private void overtakenRollbacks(BranchInspection branches, String ruleId, ObjectId base) {
        OvertakenRollbacks.of(downstream, ruleId, base, branches.ours(ruleId, Purpose.ROLLBACK, base))
                .forEach(branch -> withdraw(branch, ruleId, Purpose.ROLLBACK));
    }

    private interface Step {
        void at(BranchInspection branches, ObjectId base);
    }

    /** Never throws for a failure of the repository: what the run reports is true all the same. */
    private void look(Optional<BranchInspection> seen, Supplier<ObjectId> base, Step step) {
        try {
            step.at(seen.orElseGet(() -> BranchInspection.of(downstream)), base.get());
        } catch (RepositoryException e) {
            LOG.warn("{}: superseded branches could not be looked for", downstream.id(), e);
        }
    }

    private void withdraw(BranchTip branch, String ruleId, Purpose purpose) {
        publisher.withdraw(downstream.id(), purpose.pullRequestOf(ruleId), branch);
        delete(branch);
    }

    private void delete(BranchTip branch) {
        BranchUpdate update = downstream.delete(branch.branch(), branch.commit());
        if (!(update instanceof BranchUpdate.Done)) {
            LOG.warn("{}: superseded branch {} stays: {}", downstream.id(), branch.branch(), update);
        }
    }
}
