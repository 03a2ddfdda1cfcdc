package io.agent33.sync.testkit.contract;

import static io.agent33.sync.testkit.contract.Publishing.RULE;
import static io.agent33.sync.testkit.contract.Publishing.WEBAPP;
import static io.agent33.sync.testkit.contract.Publishing.assertOneOpenSays;
import static io.agent33.sync.testkit.contract.Publishing.draft;
import static io.agent33.sync.testkit.contract.Publishing.publish;
import static io.agent33.sync.testkit.contract.Publishing.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.RepositoryId;
import org.junit.jupiter.api.Test;

/** What a publisher owes a person who closed a pull request: it is not opened again for that release (S11). */
interface DecliningContract {
    /** A place where nothing was published yet. */
    PublisherHost host();

    @Test
    default void nothingIsDeclinedBeforeAPersonClosedIt() {
        PublisherHost host = host();
        PullRequestDraft draft = draft("1.0.0", "the body");
        host.prepare(draft);
        assertThat(host.open().declines(WEBAPP, RULE, draft.release())).isEmpty();

        publish(host, draft);

        assertThat(host.open().declines(WEBAPP, RULE, draft.release())).isEmpty();
    }

    @Test
    default void whatAPersonClosedIsDeclinedAndNotOpenedAgain() {
        PublisherHost host = host();
        PullRequestDraft draft = draft("1.0.0", "the body");
        publish(host, draft);
        host.close(WEBAPP, RULE);
        assertThat(host.pullRequests(WEBAPP)).isEmpty();

        assertThat(host.open().declines(WEBAPP, RULE, draft.release()))
                .hasValueSatisfying(declined -> assertThat(declined.reason()).isNotBlank());
        assertThat(publish(host, draft))
                .asInstanceOf(type(Publication.Declined.class))
                .satisfies(declined -> assertThat(declined.reason()).isNotBlank());
        assertThat(publish(host, draft("1.0.0", "another body"))).isInstanceOf(Publication.Declined.class);
        assertThat(host.pullRequests(WEBAPP)).isEmpty();
    }

    @Test
    default void whatIsClosedCountsForThatReleaseRuleAndDownstreamOnly() {
        PublisherHost host = host();
        publish(host, draft("1.0.0", "the body"));
        host.close(WEBAPP, RULE);

        PullRequestPublisher publisher = host.open();
        assertThat(publisher.declines(WEBAPP, RULE, release("1.1.0"))).isEmpty();
        assertThat(publisher.declines(WEBAPP, "core-docs-2", release("1.0.0"))).isEmpty();
        assertThat(publisher.declines(RepositoryId.of("org/webapp2"), RULE, release("1.0.0")))
                .isEmpty();

        PullRequestDraft newer = draft("1.1.0", "the new body");
        assertThat(publish(host, newer)).isInstanceOf(Publication.Opened.class);
        assertOneOpenSays(host, newer);
    }

    @Test
    default void aReleaseThatWasClosedTakesNothingFromAnotherOneThatIsOpen() {
        PublisherHost host = host();
        PullRequestDraft older = draft("1.0.0", "the old body");
        publish(host, older);
        host.close(WEBAPP, RULE);
        PullRequestDraft newer = draft("1.1.0", "the new body");
        publish(host, newer);

        assertThat(publish(host, older)).isInstanceOf(Publication.Declined.class);

        assertOneOpenSays(host, newer);
        assertThat(publish(host, newer)).isInstanceOf(Publication.Unchanged.class);
    }
}
