package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.Objects;
import java.util.Optional;

/** The publisher, and whoever watches is told what it answered. */
final class WatchedPublisher implements PullRequestPublisher {
    private final PullRequestPublisher publisher;
    private final Watch watch;

    WatchedPublisher(PullRequestPublisher publisher, Watch watch) {
        this.publisher = publisher;
        this.watch = watch;
    }

    @Override
    public Publication publish(PullRequestDraft draft) {
        watch.lost();
        Watch.Lap lap = watch.lap();
        Publication publication = Objects.requireNonNull(
                publisher.publish(draft),
                () -> "the publisher " + publisher.getClass().getName() + " returned null");
        watch.tell(new SyncEvent.Published(draft.repository(), draft.ruleId(), publication, lap.took()));
        return publication;
    }

    @Override
    public Optional<Publication.Declined> declines(RepositoryId repository, String ruleId, Release release) {
        watch.lost();
        return publisher.declines(repository, ruleId, release);
    }

    @Override
    public void withdraw(RepositoryId repository, String ruleId, BranchTip head) {
        watch.lost();
        publisher.withdraw(repository, ruleId, head);
    }
}
