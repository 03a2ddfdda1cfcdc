package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.contract.PublisherHost;
import java.util.List;

/** The recording publisher is its own forge. */
public record RecordingHost(RecordingPublisher publisher) implements PublisherHost {
    @Override
    public PullRequestPublisher open() {
        return publisher;
    }

    @Override
    public List<PullRequestText> pullRequests(RepositoryId repository) {
        return publisher.open().stream()
                .filter(draft -> draft.repository().equals(repository))
                .map(PullRequestDraft::text)
                .toList();
    }

    @Override
    public void close(RepositoryId repository, String ruleId) {
        publisher.close(repository.value(), ruleId);
    }

    @Override
    public void merge(RepositoryId repository, String ruleId) {
        publisher.merge(repository.value(), ruleId);
    }

    @Override
    public void edit(RepositoryId repository, String ruleId, String body) {
        publisher.edit(repository.value(), ruleId, body);
    }
}
