package io.agent33.sync.testkit.contract;

import static io.agent33.sync.testkit.contract.Publishing.WEBAPP;
import static io.agent33.sync.testkit.contract.Publishing.assertOneOpenSays;
import static io.agent33.sync.testkit.contract.Publishing.draft;
import static io.agent33.sync.testkit.contract.Publishing.location;
import static io.agent33.sync.testkit.contract.Publishing.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link PullRequestPublisher#publish} owes for drafts that follow each other in peace. */
interface PublishingContract {
    /** A place where nothing was published yet. */
    PublisherHost host();

    @Test
    default void aDraftIsOpenedAndSaysWhatItShould() {
        PublisherHost host = host();
        PullRequestDraft draft = draft("1.0.0", "the body");

        Publication publication = publish(host, draft);

        assertThat(publication).isInstanceOf(Publication.Opened.class);
        assertThat(location(publication)).isNotBlank();
        assertOneOpenSays(host, draft);
    }

    @Test
    default void theSameDraftAgainIsUnchanged() {
        PublisherHost host = host();
        PullRequestDraft draft = draft("1.0.0", "the body");
        host.prepare(draft);
        PullRequestPublisher publisher = host.open();
        Publication opened = publisher.publish(draft);
        List<PullRequestText> before = host.pullRequests(WEBAPP);

        Publication again = publisher.publish(draft);

        assertThat(again).isEqualTo(new Publication.Unchanged(location(opened)));
        assertThat(host.pullRequests(WEBAPP)).isEqualTo(before);
    }

    /** An earlier run may have been cut off before it could say that it had published. */
    @Test
    default void theSameDraftInTheNextRunIsUnchanged() {
        PublisherHost host = host();
        PullRequestDraft draft = draft("1.0.0", "the body");
        Publication opened = publish(host, draft);

        Publication again = publish(host, draft);

        assertThat(again).isEqualTo(new Publication.Unchanged(location(opened)));
        assertOneOpenSays(host, draft);
    }

    /** A rule has at most one open pull request in a downstream (S11). */
    @Test
    default void aNewerReleaseLeavesOnePullRequest() {
        PublisherHost host = host();
        publish(host, draft("1.0.0", "the old body"));
        PullRequestDraft newer = draft("1.1.0", "the new body");

        Publication publication = publish(host, newer);

        assertThat(publication).isInstanceOfAny(Publication.Opened.class, Publication.Updated.class);
        assertOneOpenSays(host, newer);
        assertThat(publish(host, newer)).isInstanceOf(Publication.Unchanged.class);
    }

    /** Whether a downgrade is permitted is the engine's to know: the last draft counts. */
    @Test
    default void anOlderReleaseAfterANewerOneLeavesOnePullRequestToo() {
        PublisherHost host = host();
        PullRequestDraft older = draft("1.0.0", "the old body");
        publish(host, older);
        publish(host, draft("1.1.0", "the new body"));

        Publication publication = publish(host, older);

        assertThat(publication).isInstanceOfAny(Publication.Opened.class, Publication.Updated.class);
        assertOneOpenSays(host, older);
        assertThat(publish(host, older)).isInstanceOf(Publication.Unchanged.class);
    }

    @Test
    default void anyTextIsPublishedVerbatim() {
        PublisherHost host = host();
        PullRequestDraft draft = draft(
                "1.0.0",
                "# Heading\n\n---\n\n| a | b |\n| - | - |\n| é \uD83D\uDE00 | `x` |\n\n<!-- a comment -->\n---\nend");

        assertThat(publish(host, draft)).isInstanceOf(Publication.Opened.class);

        assertOneOpenSays(host, draft);
    }
}
