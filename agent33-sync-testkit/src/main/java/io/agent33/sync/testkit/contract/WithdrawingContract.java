package io.agent33.sync.testkit.contract;

import static io.agent33.sync.testkit.contract.Publishing.RULE;
import static io.agent33.sync.testkit.contract.Publishing.WEBAPP;
import static io.agent33.sync.testkit.contract.Publishing.assertOneOpenSays;
import static io.agent33.sync.testkit.contract.Publishing.draft;
import static io.agent33.sync.testkit.contract.Publishing.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import org.junit.jupiter.api.Test;

/** What {@link io.agent33.sync.api.publish.PullRequestPublisher#withdraw} owes, once the branch is gone too. */
interface WithdrawingContract {
    /** A place where nothing was published yet. */
    PublisherHost host();

    private static void withdraw(PublisherHost host, PullRequestDraft draft) {
        host.open().withdraw(draft.repository(), draft.ruleId(), draft.head());
        host.deleteBranch(draft.repository(), draft.head().branch());
    }

    @Test
    default void whatIsWithdrawnIsNotOpenAnyMore() {
        PublisherHost host = host();
        PullRequestDraft draft = draft("1.0.0", "the body");
        publish(host, draft);

        withdraw(host, draft);

        assertThat(host.pullRequests(WEBAPP)).isEmpty();
    }

    /** A run that was cut off does not know that it did. */
    @Test
    default void withdrawingAgainOrWhatIsNotThereIsNothing() {
        PublisherHost host = host();
        PullRequestDraft draft = draft("1.0.0", "the body");
        host.prepare(draft);
        host.open().withdraw(WEBAPP, RULE, draft.head());
        publish(host, draft);

        host.open().withdraw(WEBAPP, RULE, draft.head());
        withdraw(host, draft);

        assertThat(host.pullRequests(WEBAPP)).isEmpty();
    }

    @Test
    default void anotherBranchsPullRequestStays() {
        PublisherHost host = host();
        PullRequestDraft older = draft("1.0.0", "the old body");
        PullRequestDraft newer = draft("1.1.0", "the new body");
        publish(host, older);
        publish(host, newer);

        withdraw(host, older);

        assertOneOpenSays(host, newer);
        assertThat(publish(host, newer)).isInstanceOf(Publication.Unchanged.class);
    }

    /** The engine took it back, not a person. */
    @Test
    default void whatWasWithdrawnIsOpenedAfreshWhenItIsWantedAgain() {
        PublisherHost host = host();
        PullRequestDraft draft = draft("1.0.0", "the body");
        publish(host, draft);
        withdraw(host, draft);

        assertThat(host.open().declines(WEBAPP, RULE, draft.release())).isEmpty();
        assertThat(publish(host, draft)).isInstanceOf(Publication.Opened.class);

        assertOneOpenSays(host, draft);
    }
}
