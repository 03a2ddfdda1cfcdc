package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.rest.Ask;
import io.agent33.sync.github.rest.EffectUnknownException;
import io.agent33.sync.github.simulated.Mishap;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is left of a connection that was closed, and nobody waits for it. */
class CloseTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static final Ask READ = Ask.get("/repos/org/webapp/pulls?per_page=100");
    private static final Ask WRITE = Ask.post(
            "/repos/org/webapp/issues", JsonNodeFactory.instance.objectNode().put("title", "a title"));

    private final SimulatedGitHub simulated = SimulatedGitHub.start();

    @AfterEach
    void close() {
        simulated.close();
    }

    private GitHub open() {
        return simulated
                .connection()
                .timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1))
                .token(() -> "good");
    }

    /** Java's own name of the thread that selects, and ours. */
    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread ->
                !thread.getName().startsWith("HttpClient-") && !thread.getName().equals("agent33-sync-github"));
        return threads;
    }

    @Test
    void noThreadIsLeftAndOthersGoOn() throws InterruptedException {
        try (GitHub other = open()) {
            other.rest().ask(WEBAPP, READ);
            Set<Thread> before = threads();
            GitHub gitHub = open();
            GitHub third = open();
            gitHub.rest().ask(WEBAPP, READ);
            third.rest().ask(WEBAPP, READ);
            Set<Thread> own = threads();
            own.removeAll(before);
            assertThat(own).extracting(Thread::getName).anyMatch(name -> name.endsWith("SelectorManager"));

            gitHub.close();
            assertThat(third.rest()
                            .ask(WEBAPP, Ask.get("/repos/org/webapp/labels"))
                            .isDone())
                    .isTrue();
            third.close();
            third.close();

            for (Thread thread : own) {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            }
            assertThat(own).noneMatch(Thread::isAlive);
            assertThat(other.rest()
                            .ask(WEBAPP, Ask.get("/repos/org/webapp/issues"))
                            .isDone())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWaitsForAnAnswerIsToldAtOnce(boolean reads) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        simulated.fail((number, request) -> {
            arrived.countDown();
            return Mishap.SILENCE_BEFORE;
        });
        GitHub gitHub = open();
        CompletableFuture<?> waiting =
                CompletableFuture.supplyAsync(() -> gitHub.rest().ask(WEBAPP, reads ? READ : WRITE));
        arrived.await();

        gitHub.close();

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(RepositoryException.class)
                .isNotInstanceOf(EffectUnknownException.class)
                .hasMessageContaining("is closed");
        assertThat(simulated.requests()).hasSize(1);
    }

    @Test
    void whoWaitsForALimitIsToldAtOnce() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        simulated.answering(request -> Optional.of(429), Map.of("Retry-After", "3600"));
        GitHub gitHub = simulated.connection().onWait(wait -> waits.countDown()).token(() -> "good");
        CompletableFuture<?> waiting =
                CompletableFuture.supplyAsync(() -> gitHub.rest().ask(WEBAPP, READ));
        waits.await();

        gitHub.close();

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("is closed");
        assertThat(simulated.requests()).hasSize(1);
    }

    @Test
    void whoComesLaterIsTold() {
        GitHub gitHub = open();
        gitHub.close();

        for (Ask ask : List.of(READ, WRITE)) {
            assertThatThrownBy(() -> gitHub.rest().ask(WEBAPP, ask))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("is closed");
        }
        assertThat(simulated.requests()).isEmpty();
    }
}
