package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mishaps of whole runs over smart HTTP, at each request that a run was seen to make: S14. */
@Tag("thorough")
class ServerFaultsTest {
    private static final int AT_ONCE = 4;

    @TempDir
    private Path folder;

    private final AtomicInteger worlds = new AtomicInteger();

    /** A world at the moment before the run, and how that run goes in peace. */
    private final class Peace {
        private final boolean next;
        private final String[] repositories;
        private final List<String> requests;
        private final ServedWorld.State end;

        Peace(boolean next, String... repositories) throws Exception {
            this.next = next;
            this.repositories = repositories;
            try (ServedWorld world = world()) {
                world.server().mishaps(number -> Mishap.NONE);
                assertThat(world.run().successful()).isTrue();
                this.requests = List.copyOf(world.server().requests());
                this.end = world.state();
            }
        }

        private ServedWorld world() throws Exception {
            ServedWorld world = new ServedWorld(
                    Files.createDirectory(folder.resolve("world-" + worlds.incrementAndGet())), repositories);
            if (next) {
                assertThat(world.run().successful()).isTrue();
                world.release("v1.1.0", "one, and more\n");
            }
            return world;
        }

        /** One of each kind: the first request of its method to its address. */
        List<Integer> kinds() {
            Set<String> known = new HashSet<>();
            List<Integer> kinds = new ArrayList<>();
            for (int i = 0; i < requests.size(); i++) {
                if (known.add(requests.get(i))) {
                    kinds.add(i + 1);
                }
            }
            return kinds;
        }

        List<Integer> all() {
            return Stream.iterate(1, i -> i + 1).limit(requests.size()).toList();
        }

        List<Strike> strikes(List<Integer> numbers, Set<Mishap> mishaps) {
            return mishaps.stream()
                    .flatMap(mishap -> numbers.stream().map(number -> new Strike(this, number, mishap)))
                    .toList();
        }

        private void assertHarmless(int struck, Mishap mishap) throws Exception {
            String about = mishap + " of request " + struck + ", " + requests.get(struck - 1);
            try (ServedWorld world = world()) {
                ServedWorld.State before = world.state();
                world.server().mishaps(number -> number == struck ? mishap : Mishap.NONE);
                world.patience(mishap.timeout(), mishap.deadline());
                Optional<SyncReport> report = run(world);
                world.patience(Mishap.NONE.timeout(), Mishap.NONE.deadline());
                if (report.isPresent()) {
                    assertTold(report.get(), world, about);
                } else {
                    assertThat(world.state()).as(about).isEqualTo(before);
                }
                world.server().mishaps(number -> Mishap.NONE);
                SyncReport after = world.run();
                assertThat(after.successful()).as(about + ": " + after).isTrue();
                assertThat(world.state()).as(about).isEqualTo(end);
                world.assertSound();
            }
        }

        /** Empty if the upstream could not be read. */
        private Optional<SyncReport> run(ServedWorld world) {
            try {
                return Optional.of(world.run());
            } catch (RepositoryException e) {
                assertThat(e).hasMessageContaining("agent33/agent33");
                return Optional.empty();
            }
        }
    }

    /** One mishap of one request of a run that went in peace. */
    private record Strike(Peace peace, int number, Mishap mishap) implements Callable<Mishap> {
        @Override
        public Mishap call() throws Exception {
            peace.assertHarmless(number, mishap);
            return mishap;
        }
    }

    /** Several at a time, each in a world of its own: they wait for git, and some for the end of a wait. */
    private static void assertHarmless(List<Strike> strikes) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            assertAll(threads.invokeAll(strikes).stream().map(strike -> strike::get));
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertTold(SyncReport report, ServedWorld world, String about) {
        ServedWorld.State state = world.state();
        long failed = 0;
        for (RuleResult result : report.results()) {
            if (result.outcome() instanceof RuleOutcome.Failed failure) {
                failed++;
                assertThat(failure.objection().code()).as(about).isIn("unreachable", "forbidden", "push-refused");
                assertThat(failure.objection().message())
                        .as(about)
                        .contains(result.repository().value());
            } else {
                assertThat(result.outcome()).as(about).isInstanceOf(RuleOutcome.Proposed.class);
                RuleOutcome.Proposed proposed = (RuleOutcome.Proposed) result.outcome();
                assertThat(state.branches().get(result.repository().value()))
                        .as(about)
                        .containsEntry(proposed.head().branch(), proposed.head().commit());
                assertThat(state.open())
                        .as(about)
                        .filteredOn(draft -> draft.ruleId().equals(result.ruleId()))
                        .extracting(PullRequestDraft::head)
                        .containsExactly(proposed.head());
            }
        }
        assertThat(failed).as(about + ": " + report).isLessThanOrEqualTo(1);
    }

    private static final List<Mishap> QUICK =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Mishap.NONE, Mishap.STALL, Mishap.TRICKLE)));

    /** A mishap for each kind of request, a request for each kind of mishap; the slow tier has them all. */
    @Test
    void whateverHappensToAnExchangeOfAFirstReleaseIsMendedByTheNextRun() throws Exception {
        Peace peace = new Peace(false, "org/webapp");
        List<Integer> kinds = peace.kinds();

        assertHarmless(IntStream.range(0, Math.max(kinds.size(), QUICK.size()))
                .mapToObj(i -> new Strike(peace, kinds.get(i % kinds.size()), QUICK.get(i % QUICK.size())))
                .toList());
    }

    /** Nobody knows then whether a branch was made, or taken away. */
    @Test
    void aLostAnswerToAnyPushOfTheNextReleaseIsMendedByTheNextRun() throws Exception {
        Peace peace = new Peace(true, "org/webapp");
        List<Integer> pushes = peace.all().stream()
                .filter(number -> peace.requests.get(number - 1).matches("POST .*receive-pack"))
                .toList();

        assertThat(pushes).as("a push, and a deletion").hasSize(2);
        assertHarmless(peace.strikes(pushes, EnumSet.of(Mishap.LOST_ANSWER)));
    }

    @Test
    void aBodyThatNeverEndsEndsWithTheTimeOutOrTheDeadline() throws Exception {
        Peace peace = new Peace(false, "org/webapp");
        List<Integer> posts = peace.kinds().stream()
                .filter(number -> peace.requests.get(number - 1).startsWith("POST"))
                .toList();

        assertThat(posts).hasSize(3);
        List<Strike> strikes = new ArrayList<>(peace.strikes(posts, EnumSet.of(Mishap.STALL)));
        strikes.add(new Strike(peace, posts.get(1), Mishap.TRICKLE));
        assertHarmless(strikes);
    }

    @Test
    @Tag("slow")
    void whateverHappensToAnyExchangeAmongSeveralDownstreamsIsMendedByTheNextRun() throws Exception {
        Peace peace = new Peace(false, "org/api", "org/webapp");

        assertHarmlessAtAnyRequest(peace, peace.all());
    }

    /** The second downstream goes the way of the first, and is there to see that nothing happens to it. */
    @Test
    @Tag("slow")
    void whateverHappensToAnyExchangeOfTheNextReleaseIsMendedByTheNextRun() throws Exception {
        Peace peace = new Peace(true, "org/api", "org/webapp");

        assertHarmlessAtAnyRequest(
                peace,
                peace.all().stream()
                        .filter(number -> !peace.requests.get(number - 1).contains("org/webapp"))
                        .toList());
    }

    private static void assertHarmlessAtAnyRequest(Peace peace, List<Integer> numbers) throws InterruptedException {
        long start = System.nanoTime();
        List<Strike> strikes = peace.strikes(numbers, EnumSet.complementOf(EnumSet.of(Mishap.NONE)));

        assertHarmless(strikes);
        System.out.println("struck " + numbers.size() + " of " + peace.requests.size() + " requests, " + strikes.size()
                + " worlds, in " + (System.nanoTime() - start) / 1_000_000_000L + " s");
    }
}
