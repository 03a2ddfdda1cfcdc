package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link IssueTracker} owes, as tests: extend it, say where its issues live, and run it.
 *
 * <p>{@link #host} is asked once a test; whatever it needs is the implementer's to clean up.
 */
public abstract class IssueTrackerContract {
    private static final RepositoryId UPSTREAM = RepositoryId.of("org/AGENT-33");
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static final String KEY = "rollback/org/webapp/core-docs/v2.4.0";

    /** A place without issues. */
    public abstract IssueHost host();

    private static IssueDraft draft(String key, String body) {
        return draft(UPSTREAM, key, body);
    }

    private static IssueDraft draft(RepositoryId repository, String key, String body) {
        return new IssueDraft(repository, key, "About " + key, body, List.of("agent33-sync"));
    }

    /** Exactly one issue is open in the draft's repository, and it says what the draft says. */
    private static void assertOneOpenSays(IssueHost host, IssueDraft draft) {
        assertThat(host.issues(draft.repository())).singleElement().satisfies(open -> {
            assertThat(open.title()).contains(draft.title());
            assertThat(open.body()).contains(draft.body());
            assertThat(open.labels()).containsAll(draft.labels());
        });
    }

    @Test
    void aDraftBecomesAnIssueThatIsFoundByItsKey() {
        IssueHost host = host();
        IssueDraft draft = draft(KEY, "the body");

        Tracking tracking = host.open().track(draft);

        assertThat(tracking).isInstanceOf(Tracking.Opened.class);
        assertThat(tracking.issue().reference()).matches("AGENT-33#[1-9][0-9]*");
        assertThat(tracking.issue().location()).isNotBlank();
        assertThat(tracking.issue().isOpen()).isTrue();
        assertOneOpenSays(host, draft);
        assertThat(host.open().find(UPSTREAM, KEY)).contains(tracking.issue());
    }

    /** An earlier run may have been cut off before it heard the answer. */
    @Test
    void theSameDraftInTheNextRunIsUnchanged() {
        IssueHost host = host();
        IssueDraft draft = draft(KEY, "the body");
        Issue opened = host.open().track(draft).issue();
        List<IssueHost.Shown> before = host.issues(UPSTREAM);

        assertThat(host.open().track(draft)).isEqualTo(new Tracking.Unchanged(opened));

        assertThat(host.issues(UPSTREAM)).isEqualTo(before);
    }

    @Test
    void whateverChangesOfTheTextIsAnUpdate() {
        IssueHost host = host();
        Issue opened = host.open().track(draft(KEY, "the body")).issue();

        for (IssueDraft next : List.of(
                new IssueDraft(UPSTREAM, KEY, "About " + KEY, "another body", List.of("agent33-sync")),
                new IssueDraft(UPSTREAM, KEY, "another title", "another body", List.of("agent33-sync")),
                new IssueDraft(UPSTREAM, KEY, "another title", "another body", List.of("agent33-sync", "drift")))) {
            assertThat(host.open().track(next)).isEqualTo(new Tracking.Updated(opened));
            assertOneOpenSays(host, next);
            assertThat(host.open().track(next)).isEqualTo(new Tracking.Unchanged(opened));
        }
    }

    @Test
    void whatAPersonWroteOverIsSaidAgain() {
        IssueHost host = host();
        IssueDraft draft = draft(KEY, "the body");
        Issue opened = host.open().track(draft).issue();
        host.edit(UPSTREAM, KEY, "a person's words");

        assertThat(host.open().track(draft)).isEqualTo(new Tracking.Updated(opened));

        assertOneOpenSays(host, draft);
    }

    @Test
    void anyTextIsKeptVerbatim() {
        IssueHost host = host();
        IssueDraft draft = draft(
                KEY,
                "# Heading\n\n---\nkey: \"other\"\n| a |\n| - |\n| é \uD83D\uDE00 `x` |\n\n<!-- a comment -->\nend");

        assertThat(host.open().track(draft)).isInstanceOf(Tracking.Opened.class);

        assertOneOpenSays(host, draft);
    }

    /** Part of a body may come from elsewhere. */
    @Test
    void aKeyInTheTextOfAnotherIssueIsNoKey() {
        IssueHost host = host();
        host.open().track(draft(KEY, "first\n" + IssueDraft.markerOf("drift/a") + "\nlast"));

        assertThat(host.open().find(UPSTREAM, "drift/a")).isEmpty();
        assertThat(host.open().find(UPSTREAM, KEY)).isPresent();
    }

    @Test
    void whatIsClosedIsClosedOnce() {
        IssueHost host = host();
        Issue opened = host.open().track(draft(KEY, "the body")).issue();
        Issue closed = new Issue(opened.reference(), opened.location(), false);

        assertThat(host.open().close(UPSTREAM, KEY, "the cause is gone")).contains(closed);

        assertThat(host.issues(UPSTREAM)).isEmpty();
        assertThat(host.open().close(UPSTREAM, KEY, "the cause is gone")).isEmpty();
        assertThat(host.open().find(UPSTREAM, KEY)).contains(closed);
    }

    @Test
    void ofAnUnknownCauseNothingIsFoundAndNothingClosed() {
        IssueHost host = host();

        assertThat(host.open().find(UPSTREAM, KEY)).isEmpty();
        assertThat(host.open().close(UPSTREAM, KEY, "the cause is gone")).isEmpty();
        assertThat(host.issues(UPSTREAM)).isEmpty();
    }

    @Test
    void aCauseThatComesBackGetsAnotherIssue() {
        IssueHost host = host();
        IssueDraft draft = draft(KEY, "the body");
        Issue first = host.open().track(draft).issue();
        host.open().close(UPSTREAM, KEY, "the cause is gone");

        Tracking again = host.open().track(draft);

        assertThat(again).isInstanceOf(Tracking.Opened.class);
        assertThat(again.issue().reference()).isNotEqualTo(first.reference());
        assertOneOpenSays(host, draft);
        assertThat(host.open().find(UPSTREAM, KEY)).contains(again.issue());
        host.open().close(UPSTREAM, KEY, "the cause is gone");
        assertThat(host.open().find(UPSTREAM, KEY).map(Issue::reference))
                .contains(again.issue().reference());
    }

    @Test
    void whatAPersonClosedIsFoundClosed() {
        IssueHost host = host();
        Issue opened = host.open().track(draft(KEY, "the body")).issue();
        host.close(UPSTREAM, KEY);

        Optional<Issue> found = host.open().find(UPSTREAM, KEY);

        assertThat(found).contains(new Issue(opened.reference(), opened.location(), false));
        assertThat(host.open().close(UPSTREAM, KEY, "the cause is gone")).isEmpty();
        assertThat(host.open().track(draft(KEY, "the body"))).isInstanceOf(Tracking.Opened.class);
    }

    @Test
    void everyCauseAndRepositoryHasItsOwn() {
        IssueHost host = host();
        List<IssueDraft> drafts = Stream.of("a", "a-b", "a.b", "a/b", "axb", "a+b", "A")
                .flatMap(key -> Stream.of(draft(UPSTREAM, key, key), draft(WEBAPP, key, key)))
                .toList();

        List<Tracking> all =
                drafts.stream().map(draft -> host.open().track(draft)).toList();

        assertThat(all).hasOnlyElementsOfType(Tracking.Opened.class);
        assertThat(all.stream().map(it -> it.issue().reference())).doesNotHaveDuplicates();
        assertThat(all.stream().map(it -> it.issue().location())).doesNotHaveDuplicates();
        assertThat(host.open().close(UPSTREAM, "a.b", "the cause is gone")).isPresent();
        assertThat(host.issues(UPSTREAM)).hasSize(6);
        assertThat(host.issues(WEBAPP)).hasSize(7);
    }

    /** Two runs that know nothing of each other. */
    @Test
    void trackersThatMeetAtOneCauseLeaveOneIssue() throws Exception {
        IssueHost host = host();
        IssueDraft draft = draft(KEY, "the body");

        List<Tracking> ends = AtOnce.run(IntStream.range(0, 4)
                .mapToObj(i -> host.open())
                .<Callable<Tracking>>map(tracker -> () -> tracker.track(draft))
                .toList());

        assertThat(ends.stream().map(end -> end.issue().reference()).distinct()).hasSize(1);
        assertThat(ends).filteredOn(Tracking.Opened.class::isInstance).hasSize(1);
        assertOneOpenSays(host, draft);
    }

    @Test
    void manyThreadsTrackDifferentCausesAtOnce() throws Exception {
        IssueHost host = host();
        IssueTracker shared = host.open();

        List<Tracking> ends = AtOnce.run(IntStream.range(0, 12)
                .<Callable<Tracking>>mapToObj(i -> () -> shared.track(draft("cause-" + i, "body " + i)))
                .toList());

        assertThat(ends).hasOnlyElementsOfType(Tracking.Opened.class);
        assertThat(ends.stream().map(end -> end.issue().reference())).doesNotHaveDuplicates();
        assertThat(host.issues(UPSTREAM)).hasSize(12);
    }
}
