package io.agent33.sync.it.github;

import static io.agent33.sync.it.github.Emulator.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitUpstream;
import io.agent33.sync.github.GitHub;
import io.agent33.sync.github.GitHubIssueTracker;
import io.agent33.sync.github.GitHubPullRequestPublisher;
import io.agent33.sync.it.Command;
import io.agent33.sync.it.OnDisk;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job against a GitHub that others wrote, and git's own server beside it (S11). What that GitHub does not do, or does unlike
 * GitHub, is in docs/testing.md.
 */
@Tag("published")
class EmulatorTest {
    private static final String FIRST = "agent33-sync/v1.0.0/docs";
    private static final String SECOND = "agent33-sync/v1.1.0/docs";

    @TempDir
    private Path folder;

    private final Emulator emulator = Emulator.start();
    private final MemoryGit upstream = new MemoryGit();
    private GitHub gitHub = emulator.connection().token(() -> Emulator.TOKEN);
    private GitBackend git;

    @BeforeEach
    void begin() {
        git = GitBackend.serving(folder);
        release("v1.0.0", "one\n");
        OnDisk.bare(
                RepositoryFixture.of(webapp -> webapp.commit("begin").file("README.md", "hello\n")),
                folder.resolve("org/webapp.git"));
    }

    @AfterEach
    void close() {
        gitHub.close();
        git.close();
        emulator.close();
    }

    private void release(String tag, String content) {
        upstream.commit(tag).file("core/a.md", content).tag(tag);
        OnDisk.bare(upstream.fixture(), folder.resolve("agent33/agent33.git"));
    }

    private SyncEngine engine() {
        SyncRule rule = SyncRule.builder("docs")
                .source("core/**")
                .targetRepo("org/webapp")
                .targetPath("docs/")
                .frequency(Frequency.ON_RELEASE)
                .pullRequest(new PullRequestOptions(
                        false,
                        MergeMethod.MERGE,
                        List.of("documentation"),
                        List.of("ann", "nobody", "@org/members"),
                        false))
                .build();
        return SyncEngine.builder()
                .upstream(GitUpstream.at(git.address() + "/agent33/agent33.git").cache(folder.resolve("cache")))
                .downstreams(
                        GitDownstreams.byTemplate(git.address() + "/{repo}.git").cache(folder.resolve("cache")))
                .rules(RuleSource.of(rule))
                .publisher(GitHubPullRequestPublisher.on(gitHub))
                .issues(GitHubIssueTracker.on(gitHub))
                .build();
    }

    private RuleOutcome run() {
        try (SyncEngine engine = engine()) {
            return engine.run(SyncTrigger.due()).results().get(0).outcome();
        }
    }

    private String git(String... arguments) {
        return Command.git(folder.resolve("org/webapp.git"), arguments);
    }

    @Test
    void aReleaseBecomesABranchAndAPullRequestWithLabelsAndReviewers() {
        assertThat(run()).isInstanceOf(RuleOutcome.Proposed.class);

        assertThat(git("show", FIRST + ":docs/a.md")).isEqualTo("one\n");
        JsonNode pull = emulator.get("org/webapp/pulls/1");
        assertThat(pull.at("/head/ref").asText()).isEqualTo(FIRST);
        assertThat(pull.at("/base/ref").asText()).isEqualTo("main");
        assertThat(pull.path("draft").asBoolean()).isFalse();
        assertThat(pull.path("title").asText()).isEqualTo("sync(agent33): Update a from v1.0.0");
        assertThat(pull.path("body").asText())
                .contains("**Source release:** v1.0.0", "| Secret scan | pass |")
                .matches("(?s).*\n<!-- agent33-sync wanted -nobody( \\+\\S+)+ -->\n");
        assertThat(each(pull.path("labels"), "name"))
                .containsExactlyInAnyOrder("agent33-sync", "auto-generated", "documentation");
        assertThat(each(pull.path("labels"), "color")).contains("0e8a16", "ededed", "c5def5");
        assertThat(each(pull.path("requested_reviewers"), "login")).containsExactly("ann");
        assertThat(each(pull.path("requested_teams"), "slug")).containsExactly("members");
    }

    @Test
    void nothingNewChangesNothing() {
        run();
        JsonNode before = emulator.get("org/webapp/pulls/1");

        assertThat(run()).isInstanceOf(RuleOutcome.Waiting.class);

        assertThat(emulator.get("org/webapp/pulls/1")).isEqualTo(before);
        assertThat(emulator.get("org/webapp/pulls?state=all")).hasSize(1);
    }

    @Test
    void aNewerReleaseTakesTheOlderOnesPlace() {
        run();
        release("v1.1.0", "two\n");

        assertThat(run()).isInstanceOf(RuleOutcome.Proposed.class);

        assertThat(emulator.get("org/webapp/pulls/1").path("state").asText()).isEqualTo("closed");
        assertThat(emulator.get("org/webapp/issues/1/comments")
                        .path(0)
                        .path("body")
                        .asText())
                .isEqualTo("Superseded by #2.");
        assertThat(emulator.get("org/webapp/pulls/2").at("/head/ref").asText()).isEqualTo(SECOND);
        assertThat(git("branch", "--list", "agent33-sync/*").strip()).isEqualTo(SECOND);
    }

    @Test
    void whatAPersonClosedIsLeftAlone() {
        run();
        emulator.send("PATCH", "org/webapp/pulls/1", "{\"state\": \"closed\"}");

        assertThat(run()).isInstanceOf(RuleOutcome.LeftAlone.class);

        assertThat(emulator.get("org/webapp/pulls?state=all")).hasSize(1);
    }

    @Test
    void aRollbackIsAPullRequestAndAnIssue() {
        run();
        git("update-ref", "refs/heads/main", FIRST);
        emulator.send("PUT", "org/webapp/pulls/1/merge", "{}");

        try (SyncEngine engine = engine()) {
            engine.rollback(new RollbackRequest(
                    "docs", Optional.empty(), Optional.empty(), "it is wrong", "ann", Optional.empty()));
        }

        JsonNode pull = emulator.get("org/webapp/pulls/2");
        assertThat(pull.at("/head/ref").asText()).isEqualTo("agent33-sync/rollback/v1.0.0/docs");
        assertThat(pull.path("body").asText()).contains("it is wrong");
        JsonNode issue = emulator.get("agent33/agent33/issues/1");
        assertThat(issue.path("title").asText()).isEqualTo("Sync of v1.0.0 rolled back in org/webapp");
        assertThat(each(issue.path("labels"), "name")).contains("agent33-sync");
    }

    @Test
    void anIssueIsOpenedSaidAnewAndClosed() {
        RepositoryId webapp = RepositoryId.of("org/webapp");
        GitHubIssueTracker tracker = GitHubIssueTracker.on(gitHub);

        assertThat(tracker.track(new IssueDraft(webapp, "cause", "one", "first", List.of("drift"))))
                .isInstanceOf(Tracking.Opened.class);
        assertThat(tracker.track(new IssueDraft(webapp, "cause", "two", "second", List.of("drift"))))
                .isInstanceOf(Tracking.Updated.class);
        assertThat(tracker.track(new IssueDraft(webapp, "cause", "two", "second", List.of("drift"))))
                .isInstanceOf(Tracking.Unchanged.class);
        tracker.close(webapp, "cause", "it is gone");

        JsonNode issue = emulator.get("org/webapp/issues/1");
        assertThat(issue.path("title").asText()).isEqualTo("two");
        assertThat(issue.path("body").asText()).startsWith("second\n");
        assertThat(issue.path("state").asText()).isEqualTo("closed");
        assertThat(issue.path("state_reason").asText()).isEqualTo("completed");
        assertThat(each(emulator.get("org/webapp/issues/1/comments"), "body")).containsExactly("it is gone");
        assertThat(emulator.get("org/webapp/issues?state=all")).hasSize(1);
    }

    @Test
    void labelsOnALaterPageAreSeen() {
        for (int i = 0; i < 120; i++) {
            emulator.send("POST", "org/webapp/labels", "{\"name\": \"a" + (100 + i) + "\"}");
        }
        emulator.send("POST", "org/webapp/labels", "{\"name\": \"documentation\", \"color\": \"123456\"}");

        assertThat(run()).isInstanceOf(RuleOutcome.Proposed.class);

        assertThat(each(emulator.get("org/webapp/pulls/1").path("labels"), "color"))
                .contains("123456");
    }

    @Test
    void anAppAsksByItsKey() {
        gitHub.close();
        gitHub = emulator.connection().app(Emulator.APP, emulator.key());

        assertThat(run()).isInstanceOf(RuleOutcome.Proposed.class);

        assertThat(emulator.get("org/webapp/pulls/1").at("/user/login").asText())
                .isEqualTo("agent33-sync[bot]");
    }
}
