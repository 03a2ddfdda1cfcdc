package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PullRequestPublisher} owes, as tests: extend it, say where its pull requests live, and run it. The
 * place is a new one for each test.
 */
public abstract class PullRequestPublisherContract {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");

    /** A publisher to the test's place, where nothing was published yet. */
    protected abstract PullRequestPublisher publisher();

    /** Another publisher to the same place, as the next run makes it. */
    protected abstract PullRequestPublisher nextPublisher();

    /** What the open pull requests of a downstream say: each one's title and body, verbatim, within any other text. */
    protected abstract List<String> open(RepositoryId repository);

    /** Called before a draft is published: makes its downstream and its branches exist, where the publisher needs them. */
    protected void prepare(PullRequestDraft draft) {}

    @Test
    void aDraftIsOpenedAndSaysWhatItShould() {
        PullRequestDraft draft = draft(WEBAPP, "core-docs", "1.0.0", "the body");

        Publication publication = publish(publisher(), draft);

        assertThat(publication).isInstanceOf(Publication.Opened.class);
        assertThat(location(publication)).isNotBlank();
        assertOneOpenSays(draft);
    }

    @Test
    void theSameDraftAgainIsUnchanged() {
        PullRequestDraft draft = draft(WEBAPP, "core-docs", "1.0.0", "the body");
        PullRequestPublisher publisher = publisher();
        Publication opened = publish(publisher, draft);
        List<String> before = open(WEBAPP);

        Publication again = publish(publisher, draft);

        assertThat(again).isEqualTo(new Publication.Unchanged(location(opened)));
        assertThat(open(WEBAPP)).isEqualTo(before);
    }

    /** An earlier run may have been cut off before it could say that it had published. */
    @Test
    void theSameDraftInTheNextRunIsUnchanged() {
        PullRequestDraft draft = draft(WEBAPP, "core-docs", "1.0.0", "the body");
        Publication opened = publish(publisher(), draft);

        Publication again = publish(nextPublisher(), draft);

        assertThat(again).isEqualTo(new Publication.Unchanged(location(opened)));
        assertOneOpenSays(draft);
    }

    @Test
    void changedTextIsAnUpdate() {
        PullRequestDraft first = draft(WEBAPP, "core-docs", "1.0.0", "the body");
        Publication opened = publish(publisher(), first);
        PullRequestText text = first.text();
        List<PullRequestText> changes = List.of(
                new PullRequestText(text.title(), "another body", text.labels(), List.of(), false),
                new PullRequestText("another title", "another body", text.labels(), List.of(), false));

        for (PullRequestText change : changes) {
            PullRequestDraft next =
                    new PullRequestDraft(WEBAPP, "core-docs", first.release(), first.base(), first.head(), change);
            assertThat(publish(nextPublisher(), next)).isEqualTo(new Publication.Updated(location(opened)));
            assertOneOpenSays(next);
            assertThat(publish(nextPublisher(), next)).isEqualTo(new Publication.Unchanged(location(opened)));
        }
    }

    /** A rule has at most one open pull request in a downstream (S11). */
    @Test
    void aNewerReleaseLeavesOnePullRequest() {
        publish(publisher(), draft(WEBAPP, "core-docs", "1.0.0", "the old body"));
        PullRequestDraft newer = draft(WEBAPP, "core-docs", "1.1.0", "the new body");

        Publication publication = publish(nextPublisher(), newer);

        assertThat(publication).isInstanceOfAny(Publication.Opened.class, Publication.Updated.class);
        assertOneOpenSays(newer);
        assertThat(publish(nextPublisher(), newer)).isInstanceOf(Publication.Unchanged.class);
    }

    @Test
    void everyRuleAndDownstreamHasItsOwn() {
        PullRequestPublisher publisher = publisher();
        List<PullRequestDraft> drafts = Stream.of("org/webapp", "org/webapp2", "other/webapp")
                .map(RepositoryId::of)
                .flatMap(repository -> Stream.of("a", "a-b", "a.b").map(rule -> draft(repository, rule, "1.0.0", rule)))
                .toList();

        List<Publication> publications =
                drafts.stream().map(draft -> publish(publisher, draft)).toList();

        assertThat(publications).hasOnlyElementsOfType(Publication.Opened.class);
        assertThat(publications.stream().map(PullRequestPublisherContract::location))
                .doesNotHaveDuplicates();
        assertThat(drafts.stream().map(PullRequestDraft::repository).distinct())
                .allSatisfy(repository -> assertThat(open(repository)).hasSize(3));
        assertThat(drafts)
                .allSatisfy(
                        draft -> assertThat(publish(nextPublisher(), draft)).isInstanceOf(Publication.Unchanged.class));
    }

    @Test
    void manyThreadsPublishAtOnce() {
        PullRequestPublisher publisher = publisher();
        List<PullRequestDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            drafts.add(draft(RepositoryId.of("org/app" + i % 4), "rule-" + i, "1.0.0", "body " + i));
        }
        drafts.forEach(this::prepare);

        assertThat(drafts.parallelStream().map(publisher::publish).toList())
                .hasOnlyElementsOfType(Publication.Opened.class);
        assertThat(drafts.parallelStream().map(publisher::publish).toList())
                .hasOnlyElementsOfType(Publication.Unchanged.class);
        assertThat(open(RepositoryId.of("org/app0"))).hasSize(6);
    }

    @Test
    void anyTextIsPublishedVerbatim() {
        PullRequestDraft draft = draft(
                WEBAPP,
                "core-docs",
                "1.0.0",
                "# Heading\n\n---\n\n| a | b |\n| - | - |\n| é \uD83D\uDE00 | `x` |\n\n<!-- a comment -->\n---\nend");

        assertThat(publish(publisher(), draft)).isInstanceOf(Publication.Opened.class);

        assertOneOpenSays(draft);
    }

    private Publication publish(PullRequestPublisher publisher, PullRequestDraft draft) {
        prepare(draft);
        return publisher.publish(draft);
    }

    private void assertOneOpenSays(PullRequestDraft draft) {
        assertThat(open(draft.repository()))
                .singleElement()
                .asString()
                .contains(draft.text().title())
                .contains(draft.text().body());
    }

    private static String location(Publication publication) {
        if (publication instanceof Publication.Opened opened) {
            return opened.location();
        }
        if (publication instanceof Publication.Updated updated) {
            return updated.location();
        }
        if (publication instanceof Publication.Unchanged unchanged) {
            return unchanged.location();
        }
        throw new AssertionError("no pull request: " + publication);
    }

    private static PullRequestDraft draft(RepositoryId repository, String rule, String version, String body) {
        Release release = new Release(version, Samples.ELSEWHERE, Optional.of("v" + version));
        return new PullRequestDraft(
                repository,
                rule,
                release,
                new BranchTip("main", Samples.FIRST),
                new BranchTip("agent33-sync/v" + version + "/" + rule, Drafts.SAMPLE_COMMIT),
                new PullRequestText(
                        "[agent33-sync] " + rule + " " + version, body, List.of("agent33-sync"), List.of(), false));
    }
}
