package io.agent33.sync.github;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.issue.IssueBoard;
import java.util.Optional;

/**
 * Issues on GitHub (S12, S13). Each bears the label {@code agent33-sync}, by which it is looked for, and its cause as a comment on
 * the last line of its body. Who takes the label or that line away makes it an issue like any other. Where two ask for the same one at
 * the same moment, whoever looks next closes the later one.
 *
 * <p>Thread-safe. Every failure is a {@link io.agent33.sync.api.error.RepositoryException}.
 */
public final class GitHubIssueTracker implements IssueTracker {
    private final IssueBoard board;

    private GitHubIssueTracker(IssueBoard board) {
        this.board = board;
    }

    /** @param gitHub stays open as long as the tracker is used */
    public static GitHubIssueTracker on(GitHub gitHub) {
        return new GitHubIssueTracker(
                new IssueBoard(requireNonNull(gitHub, "gitHub").rest()));
    }

    @Override
    public Tracking track(IssueDraft draft) {
        return board.track(draft);
    }

    @Override
    public Optional<Issue> find(RepositoryId repository, String key) {
        return board.find(repository, key);
    }

    @Override
    public Optional<Issue> close(RepositoryId repository, String key, String reason) {
        return board.close(repository, key, reason);
    }
}
