package io.agent33.sync.cli.quickstart;

import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a forge does when somebody presses the button: the branch becomes part of the base branch by a merge commit. */
final class Merge {
    private static final Identity REVIEWER = new Identity("Sample Reviewer", "reviewer@example.org");

    private final Sample sample;
    private final DownstreamRepositories downstreams;

    Merge(Sample sample, DownstreamRepositories downstreams) {
        this.sample = sample;
        this.downstreams = downstreams;
    }

    /**
     * Merges a branch that is a single commit on the base branch, so that its tree is the merge's tree.
     *
     * @throws IllegalStateException if it is not
     */
    void merge(RepositoryId id, BranchTip head, Instant time) {
        try (DownstreamRepository downstream = downstreams.open(id)) {
            BranchTip base = downstream.base(Optional.empty());
            var tip = downstream.commit(head.commit());
            if (!tip.parents().equals(List.of(base.commit()))) {
                throw new IllegalStateException(head.branch() + " is not one commit on " + base.branch());
            }
            BareRepository repository = BareRepository.at(sample.downstream(id));
            ObjectId merge = repository.commit(
                    tip.tree(),
                    List.of(base.commit(), head.commit()),
                    REVIEWER,
                    time,
                    "Merge branch '" + head.branch() + "'\n");
            repository.branch(base.branch(), merge);
        }
    }
}
