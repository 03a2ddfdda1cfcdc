package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PullRequestPublisherContractTest {
    @Test
    void aPublisherThatOpensEachTimeIsFound() {
        PullRequestPublisherContract contract = contract(right -> draft -> {
            Publication publication = right.publish(draft);
            return publication instanceof Publication.Unchanged same
                    ? new Publication.Opened(same.location())
                    : publication;
        });

        assertThat(Contracts.red(contract))
                .contains("theSameDraftAgainIsUnchanged", "theSameDraftInTheNextRunIsUnchanged");
    }

    @Test
    void aPublisherThatKeepsOneAltogetherIsFound() {
        PullRequestPublisherContract contract = contract(right -> draft -> {
            right.open().stream()
                    .filter(other -> !other.ruleId().equals(draft.ruleId()))
                    .forEach(other -> right.close(other.repository().value(), other.ruleId()));
            return right.publish(draft);
        });

        assertThat(Contracts.red(contract)).contains("everyRuleAndDownstreamHasItsOwn");
    }

    private static PullRequestPublisherContract contract(Function<RecordingPublisher, PullRequestPublisher> defect) {
        RecordingPublisher[] right = {new RecordingPublisher()};
        return new PullRequestPublisherContract() {
            @Override
            protected PullRequestPublisher publisher() {
                right[0] = new RecordingPublisher();
                return defect.apply(right[0]);
            }

            @Override
            protected PullRequestPublisher nextPublisher() {
                return defect.apply(right[0]);
            }

            @Override
            protected List<String> open(RepositoryId repository) {
                return right[0].open().stream()
                        .filter(draft -> draft.repository().equals(repository))
                        .map(draft -> draft.text().title() + draft.text().body())
                        .toList();
            }
        };
    }
}
