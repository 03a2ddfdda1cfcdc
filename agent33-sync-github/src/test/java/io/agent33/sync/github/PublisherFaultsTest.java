package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.simulated.Mishap;
import io.agent33.sync.github.simulated.Request;
import io.agent33.sync.github.simulated.Seen;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each request of a publishing fails in each way; the next run leaves what an undisturbed one would have left (S14). */
class PublisherFaultsTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");

    private final SimulatedGitHub simulated = SimulatedGitHub.start();
    private final GitHub gitHub = simulated
            .connection()
            .timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5))
            .attempts(2)
            .pause(new VirtualPause())
            .token(() -> "good");
    private final GitHubPullRequestPublisher publisher = GitHubPullRequestPublisher.on(gitHub);

    @BeforeEach
    void begin() {
        Seen.in(simulated, WEBAPP).onlyReviewers("ann", "docs");
    }

    @AfterEach
    void close() {
        gitHub.close();
        simulated.close();
    }

    private static PullRequestDraft draft(String rule, String version, List<String> reviewers, boolean draft) {
        ObjectId commit = new ObjectId("1".repeat(40));
        return new PullRequestDraft(
                WEBAPP,
                rule,
                new Release(version, commit, Optional.of("v" + version)),
                new BranchTip("main", commit),
                new BranchTip("agent33-sync/v" + version + "/" + rule, commit),
                new PullRequestText(
                        "sync " + version,
                        "the body of " + version,
                        List.of("agent33-sync", "auto-generated"),
                        reviewers,
                        draft));
    }

    private PullRequestDraft older() {
        PullRequestDraft older = draft("docs", "1.0.0", List.of(), false);
        Seen.in(simulated, WEBAPP).branch(older.head().branch());
        publisher.publish(older);
        return older;
    }

    private PullRequestDraft newer() {
        PullRequestDraft newer =
                draft("docs", "1.1.0", List.of("ann", "nobody", "@org/docs", "ann@example.org"), false);
        Seen.in(simulated, WEBAPP).branch(newer.head().branch());
        return newer;
    }

    @Test
    void anUndisturbedOneIsComplete() {
        older();
        PullRequestDraft newer = newer();

        assertThat(publisher.publish(newer)).isInstanceOf(Publication.Opened.class);

        assertComplete(newer);
        assertThat(Seen.in(simulated, WEBAPP).lookOf("agent33-sync"))
                .containsExactly("agent33-sync", "0e8a16", "Canonical files of AGENT-33");
    }

    /** All requests at once, each in a world of its own, since some wait for a time-out. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    @Tag("thorough")
    void whateverHappensToARequestTheNextRunCompletes(Mishap mishap) throws Exception {
        older();
        PullRequestDraft newer = newer();
        simulated.fail((number, request) -> Mishap.NONE);
        publisher.publish(newer);
        int calls = simulated.requests().size();
        assertThat(calls).isBetween(8, 16);

        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<Future<?>> worlds = new ArrayList<>();
            for (int i = 1; i <= calls; i++) {
                int call = i;
                worlds.add(threads.submit(() -> strike(mishap, call)));
            }
            for (Future<?> world : worlds) {
                world.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void strike(Mishap mishap, int call) {
        PublisherFaultsTest world = new PublisherFaultsTest();
        try {
            world.begin();
            world.isStruckAt(call, mishap);
        } finally {
            world.close();
        }
    }

    private void isStruckAt(int call, Mishap mishap) {
        older();
        PullRequestDraft newer = newer();
        simulated.fail((number, request) -> number == call ? mishap : Mishap.NONE);

        Optional<Publication> disturbed = published(newer);
        assertThat(simulated.requests()).hasSizeGreaterThanOrEqualTo(call);
        simulated.fail((number, request) -> Mishap.NONE);
        Publication next = publisher.publish(newer);

        disturbed.ifPresent(told -> {
            assertThat(told).as("after %s at %s", mishap, call).isInstanceOf(Publication.Opened.class);
            assertThat(next).as("after %s at %s", mishap, call).isInstanceOf(Publication.Unchanged.class);
        });
        assertComplete(newer);
    }

    private Optional<Publication> published(PullRequestDraft draft) {
        try {
            return Optional.of(publisher.publish(draft));
        } catch (RepositoryException e) {
            assertThat(e).hasMessageContaining("org/webapp").hasMessageNotContaining("good");
            return Optional.empty();
        }
    }

    private void assertComplete(PullRequestDraft draft) {
        Seen seen = Seen.in(simulated, WEBAPP);
        Seen.Pull own = seen.open(draft.head().branch());
        assertThat(seen.from(draft.head().branch())).hasSize(1);
        assertThat(own.title()).isEqualTo(draft.text().title());
        assertThat(own.body()).startsWith(draft.text().body() + "\n");
        assertThat(own.labels())
                .containsExactlyInAnyOrderElementsOf(draft.text().labels());
        assertThat(own.reviewers()).isEqualTo(Set.of("ann", "docs"));
        String olderBranch = draft.head().branch().replace("1.1.0", "1.0.0");
        assertThat(seen.from(olderBranch)).singleElement().satisfies(older -> {
            assertThat(older.open()).isFalse();
            assertThat(older.comments()).containsExactly("Superseded by #" + own.number() + ".");
        });
    }

    @Test
    void nothingNewReadsAtMostTwiceAndWritesNothing() {
        PullRequestDraft newer = newer();
        publisher.publish(newer);
        simulated.fail((number, request) -> Mishap.NONE);

        assertThat(publisher.publish(newer)).isInstanceOf(Publication.Unchanged.class);

        assertThat(simulated.requests()).hasSizeLessThanOrEqualTo(2).allMatch(Request::isRead);
    }

    @Test
    void whoHasGivenAReviewIsNotAskedAgain() {
        PullRequestDraft newer = newer();
        publisher.publish(newer);
        Seen.in(simulated, WEBAPP).review(newer.head().branch(), "ann");
        simulated.fail((number, request) -> Mishap.NONE);

        assertThat(publisher.publish(newer)).isInstanceOf(Publication.Unchanged.class);

        assertThat(simulated.requests()).hasSizeLessThanOrEqualTo(2).allMatch(Request::isRead);
    }

    @Test
    void whatAPersonMadeReadyStaysReady() {
        PullRequestDraft conflicts = draft("ready", "1.0.0", List.of(), true);
        Seen.in(simulated, WEBAPP).branch(conflicts.head().branch());
        publisher.publish(conflicts);
        assertThat(Seen.in(simulated, WEBAPP).open(conflicts.head().branch()).draft())
                .isTrue();

        Seen.in(simulated, WEBAPP).ready(conflicts.head().branch());

        assertThat(publisher.publish(conflicts)).isInstanceOf(Publication.Unchanged.class);
        assertThat(Seen.in(simulated, WEBAPP).open(conflicts.head().branch()).draft())
                .isFalse();
    }

    @Test
    void whereGitHubHasNoDraftsItIsOpenedWithoutBeingOne() {
        Seen.in(simulated, WEBAPP).noDrafts();
        PullRequestDraft conflicts = draft("plain", "1.0.0", List.of(), true);
        Seen.in(simulated, WEBAPP).branch(conflicts.head().branch());

        assertThat(publisher.publish(conflicts)).isInstanceOf(Publication.Opened.class);

        assertThat(Seen.in(simulated, WEBAPP).open(conflicts.head().branch()).draft())
                .isFalse();
        assertThat(publisher.publish(conflicts)).isInstanceOf(Publication.Unchanged.class);
    }
}
