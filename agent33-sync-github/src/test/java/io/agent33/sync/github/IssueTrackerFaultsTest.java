package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.simulated.Mishap;
import io.agent33.sync.github.simulated.Request;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import io.agent33.sync.github.simulated.SimulatedIssues;
import io.agent33.sync.github.simulated.SimulatedIssues.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each request of each call of the tracker fails in each way; the next run leaves what an undisturbed one would have left (S14). */
class IssueTrackerFaultsTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static final String KEY = "rollback/org/webapp/docs/v1.0.0";
    private static final IssueDraft OLD = new IssueDraft(WEBAPP, KEY, "old", "the old body", List.of("drift"));
    private static final IssueDraft NEW = new IssueDraft(WEBAPP, KEY, "new", "the new body", List.of("drift", "more"));

    private static final Issue ISSUE = new Issue("webapp#1", "https://github.test/org/webapp/issues/1", true);

    /** What a run asks for: what it finds, what it does, and what it says at last. */
    private enum Deed {
        OPEN(2, Tracking.Opened.class) {
            @Override
            Object result(World world, GitHubIssueTracker tracker) {
                return tracker.track(NEW);
            }
        },
        UPDATE(2, Tracking.Updated.class) {
            @Override
            void prepare(World world) {
                world.other.track(OLD);
            }

            @Override
            Object result(World world, GitHubIssueTracker tracker) {
                return tracker.track(NEW);
            }
        },
        /** Another opens one between the look and the deed. */
        MEET(4, Tracking.class) {
            @Override
            Object result(World world, GitHubIssueTracker tracker) {
                world.betweenLookAndDeed(() -> world.other.track(NEW));
                return tracker.track(NEW);
            }
        },
        CLOSE(4, Optional.class) {
            @Override
            void prepare(World world) {
                world.other.track(NEW);
            }

            @Override
            Object result(World world, GitHubIssueTracker tracker) {
                return tracker.close(WEBAPP, KEY, "it is gone");
            }
        },
        FIND(1, Optional.class) {
            @Override
            void prepare(World world) {
                world.other.track(NEW);
            }

            @Override
            Object result(World world, GitHubIssueTracker tracker) {
                return tracker.find(WEBAPP, KEY);
            }
        };

        final int calls;
        final Class<?> said;

        Deed(int calls, Class<?> said) {
            this.calls = calls;
            this.said = said;
        }

        void prepare(World world) {}

        abstract Object result(World world, GitHubIssueTracker tracker);
    }

    /** All deeds and requests at once, each in a world of its own, since some wait for a time-out. */
    @ParameterizedTest
    @EnumSource
    @Tag("thorough")
    void whateverHappensToARequestTheNextRunCompletes(Mishap mishap) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<?>> worlds = new ArrayList<>();
            for (Deed deed : Deed.values()) {
                for (int i = 1; i <= deed.calls; i++) {
                    int call = i;
                    worlds.add(threads.submit(() -> strike(deed, mishap, call)));
                }
            }
            for (Future<?> world : worlds) {
                world.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void strike(Deed deed, Mishap mishap, int call) {
        try (World world = new World()) {
            deed.prepare(world);
            world.isStruckAt(deed, mishap, call);
        }
    }

    private static final class World implements AutoCloseable {
        private final SimulatedGitHub simulated = SimulatedGitHub.start();
        private final GitHub impatient = simulated
                .connection()
                .timeouts(Duration.ofSeconds(1), Duration.ofSeconds(5))
                .attempts(2)
                .pause(new VirtualPause())
                .token(() -> "good");
        private final GitHub patient =
                simulated.connection().pause(new VirtualPause()).token(() -> "good-too");
        private final SimulatedIssues issues = new SimulatedIssues(simulated, () -> GitHubIssueTracker.on(patient));
        private final GitHubIssueTracker other = GitHubIssueTracker.on(patient);

        void isStruckAt(Deed deed, Mishap mishap, int call) {
            String where = deed + " after " + mishap + " at " + call;
            List<Request> seen = new ArrayList<>();
            simulated.fail((number, request) -> own(seen, request) == call ? mishap : Mishap.NONE);

            Optional<Object> disturbed = result(deed);
            assertThat(seen).as(where).hasSizeGreaterThanOrEqualTo(mishap == Mishap.NONE ? deed.calls : call);
            simulated.fail((number, request) -> Mishap.NONE);
            Object next = deed.result(this, GitHubIssueTracker.on(patient));

            disturbed.ifPresent(said -> {
                assertThat(said).as(where).isInstanceOf(deed.said);
                assertThat(next).as(where).isNotInstanceOf(Tracking.Opened.class);
            });
            assertComplete(deed, next, where);
        }

        /** The number of a request, of those that the other does not make; 0 for his. */
        private static int own(List<Request> seen, Request request) {
            if (request.authorization().equals(Optional.of("Bearer good-too"))) {
                return 0;
            }
            seen.add(request);
            return seen.size();
        }

        private Optional<Object> result(Deed deed) {
            try {
                return Optional.of(deed.result(this, GitHubIssueTracker.on(impatient)));
            } catch (RepositoryException e) {
                assertThat(e).hasMessageContaining("org/webapp").hasMessageNotContaining("good");
                return Optional.empty();
            }
        }

        private void assertComplete(Deed deed, Object next, String where) {
            List<Told> all = issues.all(WEBAPP);
            Told own = all.get(0);
            assertThat(own.title()).as(where).isEqualTo("new");
            assertThat(own.body()).as(where).isEqualTo("the new body\n\n" + NEW.marker());
            assertThat(own.labels()).as(where).contains("agent33-sync", "drift", "more");
            assertThat(own.open()).as(where).isEqualTo(deed != Deed.CLOSE);
            assertThat(own.comments()).as(where).isEqualTo(deed == Deed.CLOSE ? List.of("it is gone") : List.of());
            // Two that met made two at most, of which one bears the cause.
            assertThat(all).as(where).hasSizeLessThanOrEqualTo(deed == Deed.MEET ? 2 : 1);
            all.stream().skip(1).forEach(duplicate -> {
                assertThat(duplicate.open()).as(where).isFalse();
                assertThat(duplicate.body()).as(where).isEqualTo("the new body\n\nDuplicate of #1.");
            });
            if (deed == Deed.FIND) {
                assertThat(next).as(where).isEqualTo(Optional.of(ISSUE));
            }
        }

        /** After the first look of the next call is answered, and before the call goes on. */
        void betweenLookAndDeed(Runnable deed) {
            AtomicBoolean once = new AtomicBoolean(true);
            simulated.listen((request, status, body) -> {
                if (request.isRead() && once.getAndSet(false)) {
                    deed.run();
                }
            });
        }

        @Override
        public void close() {
            impatient.close();
            patient.close();
            simulated.close();
        }
    }
}
