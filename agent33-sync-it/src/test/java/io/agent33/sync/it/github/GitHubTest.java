package io.agent33.sync.it.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.github.GitHub;
import io.agent33.sync.github.GitHubIssueTracker;
import io.agent33.sync.github.GitHubPullRequestPublisher;
import io.agent33.sync.github.simulated.Mishap;
import io.agent33.sync.github.simulated.Request;
import io.agent33.sync.github.simulated.Seen;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job with GitHub as the forge (S11). */
class GitHubTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static final String FIRST = "agent33-sync/v1.0.0/docs";
    private static final String SECOND = "agent33-sync/v1.1.0/docs";

    private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
    private final MemoryDownstreams downstreams = MemoryDownstreams.of("org/webapp");
    private final SimulatedGitHub simulated = SimulatedGitHub.start();
    private final GitHub gitHub = simulated.connection().token(() -> "good");
    private boolean autoMerge;

    @BeforeEach
    void begin() {
        simulated.branches(this::hasBranch);
        upstream.commit("first").file("core/a.md", "one\n").tag("v1.0.0");
        downstreams.get("org/webapp").commit("begin").file("README.md", "hello\n");
    }

    @AfterEach
    void close() {
        gitHub.close();
        simulated.close();
    }

    private boolean hasBranch(RepositoryId repository, String name) {
        try (DownstreamRepository downstream = downstreams.open(repository)) {
            return downstream.branches(name).stream()
                    .anyMatch(tip -> tip.branch().equals(name));
        }
    }

    private SyncEngine engine() {
        SyncRule rule = SyncRule.builder("docs")
                .source("core/**")
                .targetRepo("org/webapp")
                .targetPath("docs/")
                .frequency(Frequency.ON_RELEASE)
                .pullRequest(new PullRequestOptions(
                        autoMerge, MergeMethod.MERGE, List.of("documentation"), List.of("ann"), false))
                .addTransform(new TransformStep("stamp_version", Map.of()))
                .build();
        return SyncEngine.builder()
                .upstream(upstream)
                .downstreams(downstreams)
                .rules(RuleSource.of(rule))
                .publisher(GitHubPullRequestPublisher.on(gitHub))
                .issues(GitHubIssueTracker.on(gitHub))
                .build();
    }

    private RuleOutcome run() {
        simulated.fail((number, request) -> Mishap.NONE);
        try (SyncEngine engine = engine()) {
            return engine.run(SyncTrigger.due()).results().get(0).outcome();
        }
    }

    private Seen webapp() {
        return Seen.in(simulated, WEBAPP);
    }

    @Test
    void aReleaseBecomesAPullRequestWithLabelsAndReviewers() {
        RuleOutcome outcome = run();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RuleOutcome.Proposed.class,
                        proposed -> assertThat(proposed.publication())
                                .isEqualTo(new Publication.Opened("https://github.test/org/webapp/pull/1")));
        Seen.Pull pull = webapp().open(FIRST);
        assertThat(pull.title()).isEqualTo("sync(agent33): Update a from v1.0.0");
        assertThat(pull.body()).contains("**Source release:** v1.0.0", "| Secret scan | pass |");
        assertThat(pull.labels()).containsExactlyInAnyOrder("agent33-sync", "auto-generated", "documentation");
        assertThat(pull.reviewers()).containsExactly("ann");
        assertThat(simulated.requests()).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void whatTheRuleLetsMergeByItselfIsMergedWhenItsRequirementsAreMet() {
        autoMerge = true;

        assertThat(run())
                .isInstanceOfSatisfying(
                        RuleOutcome.Proposed.class,
                        proposed -> assertThat(proposed.publication().notes())
                                .containsExactly("GitHub merges it when all its requirements are met"));

        assertThat(webapp().open(FIRST).awaited()).isTrue();
        assertThat(simulated.requests()).hasSizeLessThanOrEqualTo(12);
        assertThat(run()).isInstanceOf(RuleOutcome.Waiting.class);
        assertThat(simulated.requests()).hasSizeLessThanOrEqualTo(2).allMatch(Request::isRead);
    }

    @Test
    void nothingNewAsksAtMostTwiceAndWritesNothing() {
        run();

        assertThat(run()).isInstanceOf(RuleOutcome.Waiting.class);

        assertThat(simulated.requests()).hasSizeLessThanOrEqualTo(2).allMatch(Request::isRead);
    }

    @Test
    void aNewerReleaseTakesTheOlderOnesPlace() {
        run();
        upstream.commit("second").file("core/a.md", "two\n").tag("v1.1.0");

        assertThat(run()).isInstanceOf(RuleOutcome.Proposed.class);

        assertThat(webapp().open(SECOND).number()).isEqualTo(2);
        assertThat(webapp().from(FIRST)).singleElement().satisfies(older -> {
            assertThat(older.open()).isFalse();
            assertThat(older.comments()).containsExactly("Superseded by #2.");
        });
        assertThat(hasBranch(WEBAPP, FIRST)).isFalse();
    }

    @Test
    void whatAPersonClosedIsLeftAlone() {
        run();
        webapp().close(FIRST);

        assertThat(run())
                .isInstanceOfSatisfying(
                        RuleOutcome.LeftAlone.class,
                        left -> assertThat(left.reason())
                                .isEqualTo("a person closed it: https://github.test/org/webapp/pull/1"));

        assertThat(simulated.requests()).allMatch(Request::isRead);
        assertThat(webapp().from(FIRST)).hasSize(1);
    }

    @Test
    void aRollbackIsAPullRequestAndAnIssue() {
        run();
        downstreams.get("org/webapp").merge(FIRST);
        webapp().merge(FIRST);

        try (SyncEngine engine = engine()) {
            engine.rollback(new RollbackRequest(
                    "docs", Optional.empty(), Optional.empty(), "it is wrong", "ann", Optional.empty()));
        }

        assertThat(webapp().open("agent33-sync/rollback/v1.0.0/docs").body()).contains("it is wrong");
        assertThat(Seen.in(simulated, RepositoryId.of("agent33/agent33")).issues())
                .singleElement()
                .isEqualTo("Sync of v1.0.0 rolled back in org/webapp");
    }
}
