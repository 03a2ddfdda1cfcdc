package io.agent33.sync.core.apply;

import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.core.plan.VersionOrder;
import java.util.Optional;

/**
 * Deletes the branches of a rule's older proposals that were never merged, once the newer one is published (S11). A
 * branch that a person has touched stays.
 */
final class Superseding {
    private final DownstreamRepository downstream;
    private final BranchInspection inspection;

    Superseding(DownstreamRepository downstream) {
        this.downstream = downstream;
        this.inspection = new BranchInspection(downstream);
    }

    void deleteOlder(Proposal proposal) {
        downstream.branches(BranchNames.PREFIX).stream()
                .filter(branch -> isSuperseded(branch, proposal))
                .filter(branch -> inspection.isOurs(
                        branch, proposal.ruleId(), proposal.base().commit()))
                .forEach(branch -> downstream.delete(branch.branch(), branch.commit()));
    }

    private static boolean isSuperseded(BranchTip branch, Proposal proposal) {
        Optional<String> release = BranchNames.release(branch, proposal.ruleId());
        return release.isPresent()
                && VersionOrder.isOlder(release.get(), proposal.release().label())
                && (proposal.previous().isEmpty()
                        || VersionOrder.isOlder(proposal.previous().get(), release.get()));
    }
}
