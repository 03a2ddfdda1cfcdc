package io.agent33.sync.it.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.git.GitCredentials;
import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitUpstream;
import io.agent33.sync.github.GitHub;
import io.agent33.sync.github.GitHubPullRequestPublisher;
import io.agent33.sync.github.simulated.Mishap;
import io.agent33.sync.github.simulated.Seen;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import io.agent33.sync.it.Command;
import io.agent33.sync.it.OnDisk;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pull requests and the git repositories that they are about at one address, with one token (S11). */
class GitHubOverHttpTest {
    private static final String FIRST = "agent33-sync/v1.0.0/docs";

    @TempDir
    private Path folder;

    private final SimulatedGitHub simulated = SimulatedGitHub.start();
    private final Seen webapp = Seen.in(simulated, RepositoryId.of("org/webapp"));
    private final GitHub gitHub = simulated
            .connection()
            .timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20))
            .token(() -> "good-token");
    private final MemoryGit upstream = new MemoryGit();

    @BeforeEach
    void begin() {
        simulated.git(folder.resolve("git"));
        release("v1.0.0", "one\n");
        OnDisk.bare(
                RepositoryFixture.of(webapp -> webapp.commit("begin").file("README.md", "hello\n")),
                folder.resolve("git/org/webapp.git"));
    }

    @AfterEach
    void close() {
        gitHub.close();
        simulated.close();
    }

    private void release(String tag, String content) {
        upstream.commit(tag).file("core/a.md", content).tag(tag);
        OnDisk.bare(upstream.fixture(), folder.resolve("git/agent33/agent33.git"));
    }

    private RuleOutcome run(String token) {
        SyncRule rule = SyncRule.builder("docs")
                .source("core/**")
                .targetRepo("org/webapp")
                .targetPath("docs/")
                .frequency(Frequency.ON_RELEASE)
                .addTransform(new TransformStep("stamp_version", Map.of()))
                .pullRequest(new PullRequestOptions(true, MergeMethod.SQUASH, List.of(), List.of(), false))
                .build();
        GitCredentials login = GitCredentials.token(token);
        try (SyncEngine engine = SyncEngine.builder()
                .upstream(GitUpstream.at(simulated.address() + "/agent33/agent33.git")
                        .credentials(login)
                        .cache(folder.resolve("cache")))
                .downstreams(GitDownstreams.byTemplate(simulated.address() + "/{repo}.git", login)
                        .cache(folder.resolve("cache")))
                .rules(RuleSource.of(rule))
                .publisher(GitHubPullRequestPublisher.on(gitHub))
                .build()) {
            return engine.run(SyncTrigger.due()).results().get(0).outcome();
        }
    }

    private String content(String revision) {
        return Command.run(folder, List.of("git", "--git-dir=git/org/webapp.git", "show", revision + ":docs/a.md"));
    }

    @Test
    void aReleaseIsPushedOpenedAndMergedThere() {
        webapp.mergeStates("clean");

        assertThat(run("good-token"))
                .isInstanceOfSatisfying(
                        RuleOutcome.Proposed.class,
                        proposed -> assertThat(proposed.publication().notes())
                                .containsExactly("it is merged: nothing was left to wait for"));

        assertThat(content("main")).contains("one").contains("v1.0.0");
        assertThat(run("good-token")).isEqualTo(new RuleOutcome.Current("v1.0.0"));
    }

    /** A push whose answer is lost has been done: the run, or the one after it, finds the branch and opens the pull request. */
    @Test
    void aPushWhoseAnswerIsLostBecomesOnePullRequest() {
        run("good-token");
        List<Integer> pushes = IntStream.range(0, simulated.requests().size())
                .filter(i -> simulated.requests().get(i).path().endsWith("/git-receive-pack"))
                .boxed()
                .toList();
        assertThat(pushes).isNotEmpty();

        pushes.forEach(push -> isStruckAt(push + 1));
    }

    private void isStruckAt(int call) {
        GitHubOverHttpTest world = new GitHubOverHttpTest();
        world.folder = folder.resolve("world" + call);
        try {
            world.begin();
            world.simulated.fail((number, request) -> number == call ? Mishap.CUT_AFTER : Mishap.NONE);
            try {
                world.run("good-token");
            } catch (RepositoryException e) {
                assertThat(e).hasMessageNotContaining("good-token");
            }
            world.simulated.fail((number, request) -> Mishap.NONE);
            assertThat(world.run("good-token"))
                    .as("after a cut at %s", call)
                    .isInstanceOfAny(RuleOutcome.Waiting.class, RuleOutcome.Proposed.class);
            assertThat(world.webapp.from(FIRST)).as("after a cut at %s", call).hasSize(1);
            assertThat(world.content(FIRST)).contains("one");
        } finally {
            world.close();
        }
    }

    @Test
    void aWrongTokenReachesNothing() {
        try {
            RuleOutcome outcome = run("bad-token");
            assertThat(outcome.toString()).doesNotContain("bad-token");
            assertThat(outcome.needsAttention()).isTrue();
        } catch (RepositoryException e) {
            assertThat(e).hasMessageContaining("agent33").hasMessageNotContaining("bad-token");
        }
        assertThat(webapp.from(FIRST)).isEmpty();
    }
}
