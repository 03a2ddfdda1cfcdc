package io.agent33.sync.testkit.contract;

import static io.agent33.sync.testkit.contract.Publishing.RULE;
import static io.agent33.sync.testkit.contract.Publishing.WEBAPP;
import static io.agent33.sync.testkit.contract.Publishing.assertOneOpenSays;
import static io.agent33.sync.testkit.contract.Publishing.between;
import static io.agent33.sync.testkit.contract.Publishing.draft;
import static io.agent33.sync.testkit.contract.Publishing.location;
import static io.agent33.sync.testkit.contract.Publishing.publish;
import static io.agent33.sync.testkit.contract.Publishing.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.ObjectId;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What {@link io.agent33.sync.api.publish.PullRequestPublisher#publish} owes for a draft of which one thing changed. */
interface RepublishingContract {
    /** A place where nothing was published yet. */
    PublisherHost host();

    private static PullRequestText text(
            String title, String body, List<String> labels, List<String> reviewers, boolean draft) {
        return new PullRequestText(title, body, labels, reviewers, draft);
    }

    @Test
    default void whateverChangesOfTheTextIsAnUpdate() {
        PublisherHost host = host();
        PullRequestDraft first = draft("1.0.0", "the body");
        Publication opened = publish(host, first);
        List<String> one = first.text().labels();
        List<String> two = List.of("agent33-sync", "docs");
        List<PullRequestText> changes = List.of(
                text(first.text().title(), "another body", one, List.of(), false),
                text("another title", "another body", one, List.of(), false),
                text("another title", "another body", two, List.of(), false),
                text("another title", "another body", two, List.of("ann"), false),
                text("another title", "another body", two, List.of("ann"), true),
                text("another title", "another body", two, List.of("ann"), false));

        for (PullRequestText change : changes) {
            PullRequestDraft next = saying(first, change);
            assertThat(publish(host, next)).isEqualTo(new Publication.Updated(location(opened)));
            assertOneOpenSays(host, next);
            assertThat(publish(host, next)).isEqualTo(new Publication.Unchanged(location(opened)));
        }
    }

    @Test
    default void aBaseThatMovedOpensNoOther() {
        assertNoOtherOpensIfMoved(BranchTip::commit);
    }

    /** The branch was made anew on a base that moved. */
    @Test
    default void aHeadThatMovedOpensNoOther() {
        assertNoOtherOpensIfMoved(head -> Samples.UNKNOWN);
    }

    /** Whether that is worth an update is the publisher's to say: some tell where the base was, and some do not. */
    private void assertNoOtherOpensIfMoved(Function<BranchTip, ObjectId> headOnMovedBase) {
        PublisherHost host = host();
        PullRequestDraft first = draft("1.0.0", "the body");
        Publication opened = publish(host, first);
        BranchTip head = new BranchTip(first.head().branch(), headOnMovedBase.apply(first.head()));
        PullRequestDraft moved = between(first, new BranchTip("main", Samples.ELSEWHERE), head);

        Publication publication = publish(host, moved);

        assertThat(publication).isInstanceOfAny(Publication.Updated.class, Publication.Unchanged.class);
        assertThat(location(publication)).isEqualTo(location(opened));
        assertOneOpenSays(host, moved);
        assertThat(publish(host, moved)).isEqualTo(new Publication.Unchanged(location(opened)));
    }

    @Test
    default void whatAPersonWroteOverIsSaidAgain() {
        PublisherHost host = host();
        PullRequestDraft draft = draft("1.0.0", "the body");
        Publication opened = publish(host, draft);
        host.edit(WEBAPP, RULE, "a person's words");

        assertThat(publish(host, draft)).isEqualTo(new Publication.Updated(location(opened)));

        assertOneOpenSays(host, draft);
    }

    /** Somebody took the merged change back, so that it is proposed afresh. */
    @Test
    default void whatWasMergedIsOpenedAfresh() {
        PublisherHost host = host();
        PullRequestDraft draft = draft("1.0.0", "the body");
        publish(host, draft);
        host.merge(WEBAPP, RULE);
        assertThat(host.pullRequests(WEBAPP)).isEmpty();

        assertThat(host.open().declines(WEBAPP, RULE, draft.release())).isEmpty();
        assertThat(publish(host, draft)).isInstanceOf(Publication.Opened.class);

        assertOneOpenSays(host, draft);
    }
}
