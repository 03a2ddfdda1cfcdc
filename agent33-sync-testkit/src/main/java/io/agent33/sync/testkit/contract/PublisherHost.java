package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.List;

/**
 * The place where pull requests live, behind the publisher under test: a forge, a folder. Contract tests act on it as
 * people do who never heard of the publisher. To be implemented beside a {@link PullRequestPublisher}; used by one thread
 * at a time, except for what {@link #open} gave.
 */
public interface PublisherHost {
    /** A fresh publisher to this place, as the next run makes it. Several may be in use at the same time. */
    PullRequestPublisher open();

    /**
     * What the open pull requests of a downstream say, read without the publisher. Title and body stand verbatim, within any
     * other text; labels and reviewers in any order, beside others that people added.
     */
    List<PullRequestText> pullRequests(RepositoryId repository);

    /** Called before a draft is published: makes its downstream and its branches exist, where the publisher needs them. */
    default void prepare(PullRequestDraft draft) {}

    /** A person closes a rule's open pull request without merging it. */
    void close(RepositoryId repository, String ruleId);

    /** A person merges it. */
    void merge(RepositoryId repository, String ruleId);

    /** A person replaces its body. */
    void edit(RepositoryId repository, String ruleId, String body);
}
