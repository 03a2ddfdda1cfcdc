package io.agent33.sync.core.apply;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.plan.VersionOrder;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

    Superseding(DownstreamRepository downstream) {
        this.downstream = downstream;
    }

    /** All of the rule's but the one that is proposed now. */
    void allBut(Proposal proposal) {
        delete(
                proposal.ruleId(),
                branch -> !branch.branch().equals(proposal.branch()),
                () -> proposal.base().commit(),
                branch -> {});
    }

    /**
     * All of the rule's that a release which is current has overtaken.
     *
     * @param withdrawn told of each branch before it is deleted
     */
    void notNewerThan(String release, SyncRule rule, Consumer<BranchTip> withdrawn) {
        delete(
                rule.id(),
                branch -> BranchNames.release(branch, rule.id())
                        .filter(label -> !VersionOrder.isOlder(release, label))
                        .isPresent(),
                () -> downstream.base(rule.branch()).commit(),
                withdrawn);
    }

    /** Never throws for a failure of the repository: what the run reports is true all the same. */
    private void delete(
            String ruleId, Predicate<BranchTip> obsolete, Supplier<ObjectId> base, Consumer<BranchTip> before) {
        try {
            BranchInspection.of(downstream).ours(ruleId, base.get()).stream()
                    .filter(obsolete)
                    .forEach(branch -> {
                        before.accept(branch);
                        delete(branch);
                    });
        } catch (RepositoryException e) {
            LOG.warn("{}: superseded branches could not be looked for", downstream.id(), e);
        }
    }

    private void delete(BranchTip branch) {
        BranchUpdate update = downstream.delete(branch.branch(), branch.commit());
        if (!(update instanceof BranchUpdate.Done)) {
            LOG.warn("{}: superseded branch {} stays: {}", downstream.id(), branch.branch(), update);
        }
    }
}
