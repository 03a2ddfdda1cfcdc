package io.agent33.sync.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.contract.PublisherHost;
import io.agent33.sync.testkit.contract.PullRequestPublisherContract;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingPublisherTest extends PullRequestPublisherContract {
    private static final ObjectId COMMIT = GitObject.blob("any").id();

    private final RecordingPublisher publisher = new RecordingPublisher();

    @Override
    public PublisherHost host() {
        return new RecordingHost(publisher);
    }

    @Test
    void itTellsRequestsFromWrites() {
        publisher.publish(draft("one", COMMIT));
        publisher.publish(draft("one", COMMIT));
        publisher.publish(draft("two", COMMIT));

        assertThat(publisher.requests()).isEqualTo(3);
        assertThat(publisher.written()).containsExactly(draft("one", COMMIT), draft("two", COMMIT));
        assertThat(publisher.text("org/webapp", "docs").body()).isEqualTo("two");
    }

    @Test
    void aBaseThatMovedOnChangesNothing() {
        publisher.publish(draft("one", COMMIT));

        assertThat(publisher.publish(draft("one", GitObject.blob("moved").id())))
                .isEqualTo(new Publication.Unchanged("memory:org/webapp#docs"));
    }

    @Test
    void peopleActOnWhatIsOpenOnly() {
        publisher.publish(draft("one", COMMIT));
        publisher.close("org/webapp", "docs");

        assertThat(publisher.open()).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> publisher.text("org/webapp", "docs"))
                .withMessageContaining("docs");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> publisher.close("org/webapp", "docs"));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> publisher.merge("org/webapp", "docs"));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> publisher.edit("org/webapp", "docs", "x"));
    }

    @Test
    void itCountsWhatItOpened() {
        publisher.publish(draft("one", COMMIT));
        publisher.publish(draft("two", COMMIT));
        publisher.merge("org/webapp", "docs");
        publisher.publish(draft("two", COMMIT));

        assertThat(publisher.opened()).isEqualTo(2);
    }

    private static PullRequestDraft draft(String body, ObjectId base) {
        return new PullRequestDraft(
                RepositoryId.of("org/webapp"),
                "docs",
                new Release("1.0.0", COMMIT, Optional.of("v1.0.0")),
                new BranchTip("main", base),
                new BranchTip("agent33-sync/v1.0.0/docs", COMMIT),
                new PullRequestText("title", body, List.of(), List.of(), false));
    }
}
