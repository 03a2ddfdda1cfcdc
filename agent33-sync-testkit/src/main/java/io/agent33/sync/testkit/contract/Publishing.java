package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.List;
import java.util.Optional;

/** What contract tests on publishers do again and again. */
final class Publishing {
    static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    static final String RULE = "core-docs";

    private Publishing() {}

    /** A draft of {@link #RULE} in {@link #WEBAPP}. */
    static PullRequestDraft draft(String version, String body) {
        return draft(WEBAPP, RULE, version, body);
    }

    static PullRequestDraft draft(RepositoryId repository, String rule, String version, String body) {
        return new PullRequestDraft(
                repository,
                rule,
                release(version),
                new BranchTip("main", Samples.FIRST),
                new BranchTip("agent33-sync/v" + version + "/" + rule, Drafts.SAMPLE_COMMIT),
                new PullRequestText(
                        "[agent33-sync] " + rule + " " + version, body, List.of("agent33-sync"), List.of(), false));
    }

    static Release release(String version) {
        return new Release(version, Samples.ELSEWHERE, Optional.of("v" + version));
    }

    static PullRequestDraft saying(PullRequestDraft draft, PullRequestText text) {
        return new PullRequestDraft(
                draft.repository(), draft.ruleId(), draft.release(), draft.base(), draft.head(), text);
    }

    static PullRequestDraft between(PullRequestDraft draft, BranchTip base, BranchTip head) {
        return new PullRequestDraft(draft.repository(), draft.ruleId(), draft.release(), base, head, draft.text());
    }

    /** As the next run does it: by a publisher of its own. */
    static Publication publish(PublisherHost host, PullRequestDraft draft) {
        host.prepare(draft);
        return host.open().publish(draft);
    }

    static String location(Publication publication) {
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

    /** Exactly one pull request is open in the draft's downstream, and it says what the draft says. */
    static void assertOneOpenSays(PublisherHost host, PullRequestDraft draft) {
        assertThat(host.pullRequests(draft.repository())).singleElement().satisfies(open -> {
            assertThat(open.title()).contains(draft.text().title());
            assertThat(open.body()).contains(draft.text().body());
            assertThat(open.labels()).containsAll(draft.text().labels());
            assertThat(open.reviewers()).containsAll(draft.text().reviewers());
            assertThat(open.draft()).as("draft").isEqualTo(draft.text().draft());
        });
    }
}
