package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.memory.RecordingHost;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PullRequestPublisherContractTest {
    @Test
    void aRightPublisherPasses() {
        assertThat(red(right -> right)).isEmpty();
    }

    @Test
    void aPublisherThatOpensEachTimeIsFound() {
        Set<String> red = red(right -> draft -> {
            Publication publication = right.publish(draft);
            return publication instanceof Publication.Unchanged same
                    ? new Publication.Opened(same.location())
                    : publication;
        });

        assertThat(red).contains("theSameDraftAgainIsUnchanged", "theSameDraftInTheNextRunIsUnchanged");
    }

    @Test
    void aPublisherThatKeepsOneAltogetherIsFound() {
        Set<String> red = red(right -> draft -> {
            right.open().stream()
                    .filter(other -> !other.ruleId().equals(draft.ruleId()))
                    .forEach(other -> right.merge(other.repository().value(), other.ruleId()));
            return right.publish(draft);
        });

        assertThat(red).contains("everyRuleAndDownstreamHasItsOwn");
    }

    @Test
    void aPublisherThatNeverSaysBeforehandWhatItDeclinesIsFound() {
        assertThat(red(right -> right::publish)).containsExactly("whatAPersonClosedIsDeclinedAndNotOpenedAgain");
    }

    @Test
    void aPublisherThatDeclinesARuleForEverIsFound() {
        Set<String> red = red(right -> new Declining(right, true));

        assertThat(red)
                .contains(
                        "whatIsClosedCountsForThatReleaseRuleAndDownstreamOnly",
                        "aReleaseThatWasClosedTakesNothingFromAnotherOneThatIsOpen");
    }

    @Test
    void aPublisherThatForgetsWhatWasClosedIsFound() {
        assertThat(red(right -> new Declining(right, false))).contains("whatAPersonClosedIsDeclinedAndNotOpenedAgain");
    }

    @Test
    void aPublisherThatOverlooksLabelsIsFound() {
        Set<String> red = red(right -> draft -> {
            PullRequestText text = draft.text();
            return right.publish(Publishing.saying(
                    draft, new PullRequestText(text.title(), text.body(), List.of(), text.reviewers(), text.draft())));
        });

        assertThat(red).contains("whateverChangesOfTheTextIsAnUpdate");
    }

    private static Set<String> red(Function<RecordingPublisher, PullRequestPublisher> defect) {
        return Contracts.red(new PullRequestPublisherContract() {
            @Override
            public PublisherHost host() {
                return new Defective(new RecordingHost(new RecordingPublisher()), defect);
            }
        });
    }

    /** Declines all releases of a rule of which one was closed, or none at all. */
    private record Declining(RecordingPublisher right, boolean always) implements PullRequestPublisher {
        @Override
        public Publication publish(PullRequestDraft draft) {
            Publication publication = right.publish(draft);
            return publication instanceof Publication.Declined && !always
                    ? new Publication.Opened("elsewhere")
                    : declines(draft.repository(), draft.ruleId(), draft.release())
                            .map(Publication.class::cast)
                            .orElse(publication);
        }

        @Override
        public Optional<Publication.Declined> declines(RepositoryId repository, String ruleId, Release release) {
            return always ? right.declines(repository, ruleId, Publishing.release("1.0.0")) : Optional.empty();
        }
    }

    private record Defective(RecordingHost right, Function<RecordingPublisher, PullRequestPublisher> defect)
            implements PublisherHost {
        @Override
        public PullRequestPublisher open() {
            return defect.apply(right.publisher());
        }

        @Override
        public List<PullRequestText> pullRequests(RepositoryId repository) {
            return right.pullRequests(repository);
        }

        @Override
        public void close(RepositoryId repository, String ruleId) {
            right.close(repository, ruleId);
        }

        @Override
        public void merge(RepositoryId repository, String ruleId) {
            right.merge(repository, ruleId);
        }

        @Override
        public void edit(RepositoryId repository, String ruleId, String body) {
            right.edit(repository, ruleId, body);
        }
    }
}
