package io.agent33.sync.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.contract.IssueHost;
import io.agent33.sync.testkit.contract.IssueTrackerContract;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingIssueTrackerTest extends IssueTrackerContract {
    private static final RepositoryId UPSTREAM = RepositoryId.of("org/AGENT-33");

    private final RecordingIssueTracker tracker = new RecordingIssueTracker();

    @Override
    public IssueHost host() {
        return new IssueHost() {
            @Override
            public IssueTracker open() {
                return tracker;
            }

            @Override
            public List<Shown> issues(RepositoryId repository) {
                return tracker.issues().stream()
                        .filter(RecordingIssueTracker.Kept::isOpen)
                        .map(RecordingIssueTracker.Kept::says)
                        .filter(says -> says.repository().equals(repository))
                        .map(says -> new Shown(says.title(), says.body(), says.labels()))
                        .toList();
            }

            @Override
            public void close(RepositoryId repository, String key) {
                tracker.closeByHand(repository.value(), key);
            }

            @Override
            public void edit(RepositoryId repository, String key, String body) {
                tracker.edit(repository.value(), key, body);
            }
        };
    }

    @Test
    void itCountsWritesAndKeepsTheReason() {
        IssueDraft draft = new IssueDraft(UPSTREAM, "drift/a", "title", "body", List.of());
        tracker.track(draft);
        tracker.track(draft);
        tracker.close(UPSTREAM, "drift/a", "gone");
        tracker.close(UPSTREAM, "drift/a", "gone");

        assertThat(tracker.writes()).isEqualTo(2);
        assertThat(tracker.issues())
                .containsExactly(new RecordingIssueTracker.Kept(1, draft, false, Optional.of("gone")));
    }

    @Test
    void peopleActOnWhatIsOpenOnly() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> tracker.closeByHand("org/AGENT-33", "drift/a"))
                .withMessageContaining("drift/a");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> tracker.edit("org/AGENT-33", "drift/a", "x"));
    }
}
