package io.agent33.sync.github;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.pull.PullRequests;
import java.util.Optional;

/**
 * Pull requests on GitHub, as S11 wants them. A draft that is published already costs one or two requests, which read. Labels that
 * are missing are made. A reviewer whom GitHub refuses is not asked again for that pull request, and loses no other. A pull
 * request of an older release is closed with a comment that names the newer one.
 *
 * <p>What a person did stays: a pull request that one closed is not opened again for that release, and one that a person made a
 * draft, or ready, stays so. For this, and to know which reviewers were refused, the last line of the body is a comment that nobody sees.
 *
 * <p>Thread-safe. Every failure is a {@link io.agent33.sync.api.error.RepositoryException}; whatever was cut off is completed by the
 * next run.
 */
public final class GitHubPullRequestPublisher implements PullRequestPublisher {
    private final PullRequests pullRequests;

    private GitHubPullRequestPublisher(PullRequests pullRequests) {
        this.pullRequests = pullRequests;
    }

    /** @param gitHub stays open as long as the publisher is used */
    public static GitHubPullRequestPublisher on(GitHub gitHub) {
        return new GitHubPullRequestPublisher(
                new PullRequests(requireNonNull(gitHub, "gitHub").rest()));
    }

    @Override
    public Publication publish(PullRequestDraft draft) {
        return pullRequests.publish(draft);
    }

    @Override
    public Optional<Publication.Declined> declines(RepositoryId repository, String ruleId, Release release) {
        return pullRequests.declines(repository, ruleId, release);
    }

    @Override
    public void withdraw(RepositoryId repository, String ruleId, BranchTip head) {
        pullRequests.withdraw(repository, head);
    }
}
