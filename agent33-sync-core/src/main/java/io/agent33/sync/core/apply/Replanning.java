package io.agent33.sync.core.apply;

import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.core.plan.Replanned;

/** Renders and merges a second time what a proposal holds (S7). */
@FunctionalInterface
public interface Replanning {
    /** @throws io.agent33.sync.api.error.RepositoryException if the world fails */
    Replanned again(Proposal proposal);
}
