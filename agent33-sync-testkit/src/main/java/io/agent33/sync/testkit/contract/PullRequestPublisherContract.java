package io.agent33.sync.testkit.contract;

/**
 * What every {@link io.agent33.sync.api.publish.PullRequestPublisher} owes, as tests: extend it, say where its pull requests
 * live, and run it.
 *
 * <p>{@link #host} is asked once a test; whatever it needs is the implementer's to clean up.
 */
public abstract class PullRequestPublisherContract
        implements PublishingContract, RepublishingContract, DecliningContract, ManyPublishersContract {
    /** A place where nothing was published yet. */
    @Override
    public abstract PublisherHost host();
}
