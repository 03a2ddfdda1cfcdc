package io.agent33.sync.core.apply;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.DownstreamRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the branches of a rule's other proposals that were never merged, once this one is published (S11). A branch
 * that a person has touched stays. What cannot be deleted now is found again by the next run.
 */
final class Superseding {
    private static final Logger LOG = LoggerFactory.getLogger(Superseding.class);

    private final DownstreamRepository downstream;

    Superseding(DownstreamRepository downstream) {
        this.downstream = downstream;
    }

    /** Never throws for a failure of the repository: the pull request stands already. */
    void deleteOthers(Proposal proposal) {
        try {
            new BranchInspection(downstream)
                    .unmergedOthers(proposal, downstream.branches(BranchNames.PREFIX))
                    .forEach(this::delete);
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
