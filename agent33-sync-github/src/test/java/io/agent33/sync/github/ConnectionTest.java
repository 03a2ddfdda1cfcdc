package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.limit.Wait;
import io.agent33.sync.github.rest.Answer;
import io.agent33.sync.github.rest.Ask;
import io.agent33.sync.github.rest.EffectUnknownException;
import io.agent33.sync.github.simulated.Mishap;
import io.agent33.sync.github.simulated.Request;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request is owed: limits kept, reads repeated, writes never, credentials told to nobody (S14). */
class ConnectionTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static final Ask READ = Ask.get("/repos/org/webapp/pulls?per_page=100");
    private static final Ask WRITE = Ask.post(
            "/repos/org/webapp/issues",
            JsonNodeFactory.instance.objectNode().put("title", "a title").put("body", ""));

    private final SimulatedGitHub simulated = SimulatedGitHub.start();
    private final VirtualPause pause = new VirtualPause();
    private final List<Wait> waits = new ArrayList<>();
    private GitHub gitHub = connection().token(() -> "good-secret");

    private GitHub.Builder connection() {
        return simulated
                .connection()
                .timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1))
                .attempts(3)
                .pause(pause)
                .onWait(waits::add);
    }

    @AfterEach
    void close() {
        gitHub.close();
        simulated.close();
    }

    private Answer ask(Ask ask) {
        return gitHub.rest().ask(WEBAPP, ask);
    }

    private void once(Mishap mishap) {
        if (Set.of(Mishap.SILENCE_BEFORE, Mishap.SILENCE_AFTER, Mishap.STALLED).contains(mishap)) {
            gitHub.close();
            gitHub = connection()
                    .timeouts(Duration.ofSeconds(1), Duration.ofMinutes(1))
                    .token(() -> "good-secret");
        }
        simulated.fail((number, request) -> number == 1 ? mishap : Mishap.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "FORBIDDEN"})
    void whatReadsIsRepeated(Mishap mishap) {
        once(mishap);

        assertThat(ask(READ).isDone()).isTrue();

        assertThat(simulated.requests()).hasSize(2);
        // Java itself repeats what it reads on a connection that was cut.
        assertThat(waits).hasSize(mishap.name().startsWith("CUT") ? 0 : 1);
    }

    @Test
    void butNotForEver() {
        simulated.fail((number, request) -> Mishap.ERROR_BEFORE);

        assertThatThrownBy(() -> ask(READ))
                .isInstanceOfSatisfying(
                        RepositoryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
                .hasMessageContaining("org/webapp")
                .hasMessageContaining("failed 3 times")
                .hasMessageContaining("status 500");
        assertThat(simulated.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ERROR_BEFORE", "ERROR_AFTER", "CUT_BEFORE", "CUT_AFTER", "SILENCE_AFTER", "TRUNCATED", "STALLED"})
    void whatWritesIsNeverRepeatedBlindly(Mishap mishap) {
        // From here on there is a connection to be used again.
        ask(READ);
        once(mishap);

        assertThatThrownBy(() -> ask(WRITE)).isInstanceOf(EffectUnknownException.class);

        assertThat(simulated.requests()).hasSize(1);
    }

    @Test
    void whatWasRefusedForASecondaryLimitIsSentAgainAfterTheTimeThatGitHubNames() {
        once(Mishap.SECONDARY_LIMIT);

        assertThat(ask(WRITE).status()).isEqualTo(201);

        assertThat(waits).containsExactly(new Wait("127.0.0.1", Wait.Reason.SECONDARY_LIMIT, Duration.ofSeconds(1)));
    }

    @Test
    void theHoursRequestsAreUsedUpUntilTheReset() {
        long reset = pause.now().plusSeconds(300).getEpochSecond();
        simulated.answering(
                request ->
                        Optional.of(403).filter(status -> simulated.requests().size() == 1),
                Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", String.valueOf(reset)));

        assertThat(ask(READ).isDone()).isTrue();

        assertThat(waits).containsExactly(new Wait("127.0.0.1", Wait.Reason.PRIMARY_LIMIT, Duration.ofSeconds(301)));
    }

    @Test
    void patienceEnds() {
        simulated.answering(request -> Optional.of(429), Map.of("Retry-After", "3000"));

        assertThatThrownBy(() -> ask(READ))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("secondary limit")
                .hasMessageContaining("longer than the patience of 7200 s");
        assertThat(simulated.requests()).hasSize(3);
    }

    @Test
    void whatWritesKeepsToTheBudget() {
        gitHub.close();
        gitHub = connection().contentBudget(2, 3).token(() -> "good");

        for (int i = 0; i < 4; i++) {
            ask(WRITE);
            ask(READ);
        }

        assertThat(waits)
                .extracting(Wait::why, Wait::time)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Wait.Reason.CONTENT_BUDGET, Duration.ofMinutes(1)),
                        org.assertj.core.groups.Tuple.tuple(Wait.Reason.CONTENT_BUDGET, Duration.ofMinutes(59)));
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyUp() {
        gitHub.close();
        gitHub = connection().contentBudget(1, 3).token(() -> "good");
        ask(WRITE);

        pause.set(Duration.ofDays(-1));
        ask(WRITE);

        assertThat(waits).extracting(Wait::time).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void whatDidNotChangeIsAskedForByItsTag() {
        Answer first = ask(READ);
        simulated.fail((number, request) -> Mishap.NONE);

        Answer second = ask(READ);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.status()).isEqualTo(200);
        assertThat(simulated.unchanged()).isEqualTo(1);
        ask(WRITE);
        assertThat(ask(Ask.get("/repos/org/webapp/issues")).body()).hasSize(1);
    }

    @Test
    void aRepositoryThatMovedIsFoundForReadingAndWriting() {
        simulated.rename(WEBAPP, RepositoryId.of("elsewhere/app"));

        assertThat(ask(READ).isDone()).isTrue();
        assertThat(ask(WRITE).body().path("html_url").asText()).endsWith("/elsewhere/app/issues/1");
    }

    @Test
    void credentialsFollowNobodyElsewhere() {
        try (SimulatedGitHub other = SimulatedGitHub.start()) {
            simulated.answering(request -> Optional.of(301), Map.of("Location", other.address() + "/repos/a/b/pulls"));

            assertThatThrownBy(() -> ask(READ))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("301");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aMissingPermissionIsNamed() {
        simulated.answering(
                request -> Optional.of(403),
                Map.of("X-Accepted-GitHub-Permissions", "issues=write; pull_requests=write"));

        assertThatThrownBy(() -> GitHubIssueTracker.on(gitHub).find(WEBAPP, "key"))
                .isInstanceOfSatisfying(
                        RepositoryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FORBIDDEN))
                .hasMessageContaining("org/webapp")
                .hasMessageContaining("issues=write; pull_requests=write");
    }

    @Test
    void badCredentialsAreToldAndNotShown() {
        gitHub.close();
        gitHub = connection().token(() -> "bad-secret");

        assertThatThrownBy(() -> ask(READ))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("check the token")
                .hasMessageNotContaining("bad-secret");
        assertThat(simulated.requests()).hasSize(1);
        assertThat(gitHub).asString().doesNotContain("bad-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two words", "line\nbreak", "ünicode"})
    void whatIsNoTokenIsNotSent(String token) {
        gitHub.close();
        gitHub = connection().token(() -> token);

        assertThatThrownBy(() -> ask(READ))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("token");
        assertThat(simulated.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://github.example.org",
                "https://user:pw@github.example.org",
                "github.example.org",
                "https://github.example.org?x=1"
            })
    void whatIsNoServerIsRefused(String address) {
        assertThatThrownBy(() -> GitHub.enterprise(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://github.example.org")
                .hasMessageNotContaining("pw");
    }

    @Test
    void everyPageOfAListIsRead() {
        for (int i = 0; i < 7; i++) {
            ask(WRITE);
        }

        assertThat(gitHub.rest().list(WEBAPP, "/repos/org/webapp/issues?per_page=3"))
                .hasSize(7)
                .extracting(issue -> issue.path("number").asInt())
                .doesNotHaveDuplicates();
    }

    @Test
    void itsOwnThreadsEndWithIt() throws InterruptedException {
        ask(READ);
        assertThat(threads()).isNotEmpty();

        gitHub.close();
        gitHub.close();

        for (Thread thread : threads()) {
            thread.join(10_000);
        }
        assertThat(threads()).isEmpty();
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("agent33-sync-github"))
                .toList();
    }

    @Test
    void requestsSayWhoTheyAre() {
        ask(READ);

        assertThat(simulated.requests())
                .singleElement()
                .extracting(Request::authorization)
                .isEqualTo(Optional.of("Bearer good-secret"));
    }
}
