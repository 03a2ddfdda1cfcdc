package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.github.simulated.Mishap;
import io.agent33.sync.github.simulated.PublishedLimits;
import io.agent33.sync.github.simulated.Request;
import io.agent33.sync.github.simulated.Seen;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two hundred downstreams within the limits that GitHub publishes, with everything that a pull request can have. One that holds up
 * others while it waits stops the time, and the test is ended.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("thorough")
class FleetTest {
    private static final int DOWNSTREAMS = 200;
    private static final String BRANCH = "agent33-sync/v1.0.0/docs";
    private static final Duration LONG = Duration.ofMinutes(2);

    private List<String> reviewers = List.of("ann", "@org/docs");
    private final SharedTime time = new SharedTime();
    private final SimulatedGitHub simulated = SimulatedGitHub.start();
    private final GitHub gitHub = simulated
            .connection()
            .timeouts(LONG, LONG)
            .attempts(10)
            .patience(Duration.ofHours(12))
            .pause(time)
            .token(() -> "good");
    private final GitHubPullRequestPublisher publisher = GitHubPullRequestPublisher.on(gitHub);

    @AfterEach
    void close() {
        gitHub.close();
        simulated.close();
    }

    private static List<RepositoryId> downstreams() {
        return IntStream.range(0, DOWNSTREAMS)
                .mapToObj(i -> RepositoryId.of("org/app" + i))
                .toList();
    }

    private PullRequestDraft draft(RepositoryId downstream) {
        ObjectId commit = new ObjectId("1".repeat(40));
        return new PullRequestDraft(
                downstream,
                "docs",
                new Release("1.0.0", commit, Optional.of("v1.0.0")),
                new BranchTip("main", commit),
                new BranchTip(BRANCH, commit),
                new PullRequestText(
                        "sync 1.0.0",
                        "the body",
                        List.of("agent33-sync", "auto-generated"),
                        reviewers,
                        false,
                        Optional.of(MergeMethod.SQUASH)));
    }

    /** By sixteen threads, as an engine would. */
    private List<Publication> published() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Publication>> running = new ArrayList<>();
            for (RepositoryId downstream : downstreams()) {
                Seen.in(simulated, downstream).branch(BRANCH);
                Seen.in(simulated, downstream).onlyReviewers("ann", "docs");
                running.add(threads.submit(time.counted(() -> publish(draft(downstream)))));
            }
            List<Publication> done = new ArrayList<>();
            for (Future<Publication> publication : running) {
                done.add(publication.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    /** As an engine does. */
    private Publication publish(PullRequestDraft draft) {
        assertThat(publisher.declines(draft.repository(), draft.ruleId(), draft.release()))
                .isEmpty();
        return publisher.publish(draft);
    }

    /** How many requests each downstream took. */
    private Collection<Long> requests() {
        return simulated.requests().stream()
                .collect(Collectors.groupingBy(FleetTest::downstream, Collectors.counting()))
                .values();
    }

    /** By its number, which counts from one for the double. */
    private static int downstream(Request request) {
        return request.path().equals("/graphql")
                ? Integer.parseInt(
                        request.body().path("variables").path("id").asText().split("_")[1])
                : Integer.parseInt(request.path().split("/")[3].substring("app".length())) + 1;
    }

    private void assertComplete() {
        for (RepositoryId downstream : downstreams()) {
            assertThat(Seen.in(simulated, downstream).from(BRANCH))
                    .singleElement()
                    .satisfies(pull -> {
                        assertThat(pull.open()).isTrue();
                        assertThat(pull.awaited()).isTrue();
                        assertThat(pull.labels()).containsExactlyInAnyOrder("agent33-sync", "auto-generated");
                        assertThat(pull.reviewers()).containsExactlyInAnyOrder("ann", "docs");
                    });
        }
    }

    @Test
    void firstPullRequestsWithEverythingTakeTenRequestsAndMeetNoSecondaryLimit() throws Exception {
        PublishedLimits limits = new PublishedLimits(time, 5_000);
        simulated.limits(limits);

        assertThat(published()).hasSize(DOWNSTREAMS).allMatch(Publication.Opened.class::isInstance);

        assertComplete();
        assertThat(limits.secondary()).isZero();
        assertThat(requests()).hasSize(DOWNSTREAMS).containsOnly(10L);

        simulated.fail((number, request) -> Mishap.NONE);
        assertThat(published()).allMatch(Publication.Unchanged.class::isInstance);
        assertThat(requests()).hasSize(DOWNSTREAMS).containsOnly(2L);
        assertThat(limits.secondary()).isZero();
    }

    @Test
    void whereGitHubFailsAndRefusesAllAreDoneAllTheSame() throws Exception {
        PublishedLimits limits = new PublishedLimits(time, 300);
        simulated.limits(limits);
        reviewers = List.of("ann", "nobody", "@org/docs");
        Map<Integer, Integer> errors = new ConcurrentHashMap<>();
        simulated.fail((number, request) -> {
            if (number % 41 == 0) {
                return Mishap.SECONDARY_LIMIT;
            }
            boolean fails = number % 97 == 0 || number % 101 == 0;
            // Where it fails every time it gives up, and the threads' order decides whom the failures meet.
            return !fails || errors.merge(downstream(request), 1, Integer::sum) > 3
                    ? Mishap.NONE
                    : number % 97 == 0 ? Mishap.ERROR_BEFORE : Mishap.ERROR_AFTER;
        });

        assertThat(published()).hasSize(DOWNSTREAMS).allMatch(Publication.Opened.class::isInstance);

        assertComplete();
        assertThat(limits.secondary()).isZero();
        assertThat(limits.primary()).isPositive();
        assertThat(errors).isNotEmpty();
    }
}
