package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.testkit.memory.RecordingIssueTracker;
import io.agent33.sync.testkit.memory.RecordingListener;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rollbacks and allowances as verbs: what is told, what stops them, and what the world does meanwhile (S12, S14). */
class ReversingTest {
    private static final RollbackRequest REQUEST = RollbackRequest.of("docs", "breaks the build");
    private static final String BRANCH = "agent33-sync/rollback/v1.1.0/docs";

    private final World world = new World();
    private final RecordingIssueTracker issues = new RecordingIssueTracker();
    private final RecordingListener heard = new RecordingListener();

    @BeforeEach
    void twoSyncs() {
        world.rules(
                World.rule("docs").build(),
                World.rule("more").targetPath("more/").build());
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.syncAndMerge();
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");
        world.syncAndMerge();
    }

    private SyncEngine engine(IssueTracker tracker) {
        return world.engine().issues(tracker).addListener(heard).build();
    }

    /** The issues, and something that happens as they are asked. */
    private IssueTracker meanwhile(UnaryOperator<Tracking> happens) {
        return new IssueTracker() {
            @Override
            public Tracking track(IssueDraft draft) {
                return happens.apply(issues.track(draft));
            }

            @Override
            public Optional<Issue> find(RepositoryId repository, String key) {
                return issues.find(repository, key);
            }

            @Override
            public Optional<Issue> close(RepositoryId repository, String key, String reason) {
                return issues.close(repository, key, reason);
            }
        };
    }

    @Test
    void aRollbackTellsItsStepsInOrder() {
        engine(issues).rollback(REQUEST);

        assertThat(heard.kinds())
                .containsExactly(
                        "RunStarted",
                        "RulesRead",
                        "DownstreamsFound",
                        "DownstreamStarted",
                        "DownstreamRead",
                        "RulePlanned",
                        "IssueTracked",
                        "BranchPushed",
                        "Published",
                        "RuleFinished",
                        "DownstreamFinished",
                        "RunFinished");
        assertThat(heard.events(SyncEvent.RunStarted.class))
                .extracting(SyncEvent.RunStarted::verb)
                .containsExactly(SyncEvent.Verb.ROLLBACK);
        assertThat(heard.events(SyncEvent.IssueTracked.class)).singleElement().satisfies(tracked -> {
            assertThat(tracked.repository()).isEqualTo(RepositoryId.of("agent33/agent33"));
            assertThat(tracked.tracking()).isInstanceOf(Tracking.Opened.class);
        });
    }

    @Test
    void anAllowanceAndPlansTellTheirSteps() {
        engine(issues).rollback(REQUEST);
        world.webapp().merge(BRANCH);
        engine(issues).planRollback(REQUEST);
        engine(issues).planAllowRelease("docs", "v1.1.0");
        engine(issues).allowRelease("docs", "v1.1.0");

        assertThat(heard.events(SyncEvent.RunFinished.class))
                .extracting(SyncEvent.RunFinished::verb)
                .containsExactly(
                        SyncEvent.Verb.ROLLBACK, SyncEvent.Verb.PLAN, SyncEvent.Verb.PLAN, SyncEvent.Verb.ALLOW);
    }

    @Test
    void anInterruptStopsBetweenTheIssueAndThePush() {
        Thread caller = Thread.currentThread();
        IssueTracker tracker = meanwhile(tracking -> {
            caller.interrupt();
            // The caller has noticed once it waits again.
            while (caller.isInterrupted() || caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            return tracking;
        });
        SyncReport report = engine(tracker).rollback(REQUEST);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(World.only(report).toString()).contains("interrupted");
        assertThat(world.webapp().git().tip(BRANCH)).isEmpty();
        assertThat(issues.issues()).hasSize(1);
        assertThat(World.only(engine(issues).rollback(REQUEST))).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(issues.issues()).hasSize(1);
        assertThat(issues.writes()).isEqualTo(1);
    }

    @Test
    void aTrackerThatThrowsNonsenseIsAnOutcome() {
        IssueTracker nonsense = meanwhile(tracking -> {
            throw new IllegalStateException("nonsense");
        });
        assertThat(World.only(engine(nonsense).rollback(REQUEST)))
                .isInstanceOfSatisfying(
                        RuleOutcome.Failed.class,
                        failed -> assertThat(failed.objection().message()).contains("internal-error", "nonsense"));
        assertThat(world.webapp().openClones()).isZero();
    }

    @Test
    void anUnknownRuleIsToldWithTheRulesThatCouldNotBeRead() {
        SyncEngine engine = world.engine()
                .rules(context -> new RuleSet(
                        List.of(), List.of(Objection.of("unreachable", "the rules", "", "no answer", "run again"))))
                .build();
        assertThatThrownBy(() -> engine.rollback(REQUEST))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("unknown-rule")
                .hasMessageContaining("no answer");
    }

    private String refusal(RollbackRequest request) {
        RuleOutcome outcome = World.only(engine(issues).rollback(request));
        assertThat(outcome).isInstanceOf(RuleOutcome.Blocked.class);
        return ((RuleOutcome.Blocked) outcome).objections().get(0).message();
    }

    @Test
    void aReleaseThatWasNeverMergedIsToldWithThoseThatWere() {
        assertThat(refusal(REQUEST.to("v0.9.0")))
                .contains("no-such-sync", "a merged sync of v0.9.0", "syncs of [v1.1.0, v1.0.0]");
        assertThat(refusal(REQUEST.release("v0.9.0"))).contains("no-such-sync", "a merged sync of v0.9.0");
        assertThat(issues.issues()).isEmpty();
    }

    @Test
    void theLastSyncIsNowhereToGoBackTo() {
        assertThat(World.only(engine(issues).rollback(REQUEST.to("v1.1.0"))))
                .isEqualTo(new RuleOutcome.Skipped("v1.1.0 is the last sync already"));
    }

    @Test
    void aRuleThatWasNeverMergedHasNothingToTakeBack() {
        world.rules(World.rule("fresh").targetPath("handbook").build());
        RollbackRequest fresh = RollbackRequest.of("fresh", "too early");

        assertThat(refusal(fresh)).contains("no-such-sync", "a merged sync,", "none in the base branch's history");
        assertThat(refusal(fresh.to("v1.0.0")))
                .contains("a merged sync of v1.0.0", "none in the base branch's history");
    }

    @Test
    void aBaseBranchThatMovesBetweenPlanAndPushLosesNothing() {
        IssueTracker tracker = meanwhile(tracking -> {
            world.webapp().commit("meanwhile").file("docs/a.md", "2\nmine\n").file("own", "o\n");
            return tracking;
        });
        assertThat(World.only(engine(tracker).rollback(REQUEST))).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(World.only(engine(issues).rollback(REQUEST))).isInstanceOf(RuleOutcome.Proposed.class);
        world.webapp().merge(BRANCH);

        assertThat(world.files(world.webapp().tree())).containsKey("own");
        assertThat(world.files(world.webapp().tree()).get("docs/a.md")).contains("mine");
        assertThat(issues.issues()).hasSize(1);
        assertThat(world.publisher.opened()).isEqualTo(5);
    }

    @Test
    void ofTwoRulesRolledBackAtOnceTheSecondIsMadeAgainOnceTheFirstIsMerged() {
        engine(issues).rollback(REQUEST);
        engine(issues).rollback(RollbackRequest.of("more", "this too"));
        world.webapp().merge(BRANCH);
        assertThatThrownBy(() -> world.webapp().merge("agent33-sync/rollback/v1.1.0/more"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(World.only(engine(issues).rollback(RollbackRequest.of("more", "said otherwise"))))
                .isInstanceOf(RuleOutcome.Proposed.class);
        world.webapp().merge("agent33-sync/rollback/v1.1.0/more");

        assertThat(world.files(world.webapp().tree()).get("DECISIONS.md"))
                .contains("breaks the build", "this too", "agent33#1", "agent33#2")
                .doesNotContain("said otherwise");
        assertThat(world.files(world.webapp().tree()))
                .containsEntry("docs/a.md", "1\n")
                .containsEntry("more/a.md", "1\n");
        assertThat(issues.issues()).hasSize(2);
    }

    @Test
    void anAllowanceNamesTheUpstreamsCommitThatWasRolledBack() {
        engine(issues).rollback(REQUEST);
        world.webapp().merge(BRANCH);
        engine(issues).allowRelease("docs", "v1.1.0");

        assertThat(tip("agent33-sync/allow/v1.1.0/docs").trailer("Agent33-Commit"))
                .contains(world.upstream.git().tagged("v1.1.0").hex());
    }

    @Test
    void aCommitThatNobodyKnowsIsNotNamed() {
        world.webapp()
                .commit("odd")
                .file(".agent33-sync-state/docs/rolled-back.yaml", "format: 1\nreleases:\n  - \"v0.9.0\"\n");
        engine(issues).allowRelease("docs", "v0.9.0");

        Commit allowed = tip("agent33-sync/allow/v0.9.0/docs");
        assertThat(allowed.trailer("Agent33-Allowance")).contains("v0.9.0");
        assertThat(allowed.trailer("Agent33-Commit")).isEmpty();
        assertThat(World.only(engine(issues).allowRelease("docs", "v0.9.0"))).isInstanceOf(RuleOutcome.Waiting.class);
    }

    private Commit tip(String branch) {
        return world.webapp().git().read(world.webapp().git().tip(branch).orElseThrow());
    }

    @Test
    void aRuleThatWasRenamedSinceCanAllowWhatItsOldNameRolledBack() {
        engine(issues).rollback(REQUEST);
        world.webapp().merge(BRANCH);
        world.rules(
                World.rule("handbook").build(),
                World.rule("more").targetPath("more/").build());
        assertThat(World.only(engine(issues).allowRelease("handbook", "v1.1.0")))
                .isInstanceOf(RuleOutcome.Proposed.class);
        world.webapp().merge("agent33-sync/allow/v1.1.0/handbook");
        world.syncAndMerge();
        assertThat(world.files(world.webapp().tree())).containsEntry("docs/a.md", "2\n");
    }

    @Test
    void theMemoryOfAFirstSyncSurvivesTheRenamingOfTheRule() {
        engine(issues).rollback(REQUEST);
        world.webapp().merge(BRANCH);
        world.publisher.merge("org/webapp", "docs~rollback");
        engine(issues).rollback(REQUEST.release("v1.0.0"));
        world.webapp().merge("agent33-sync/rollback/v1.0.0/docs");
        assertThat(world.files(world.webapp().tree())).doesNotContainKey("docs/a.md");
        world.rules(
                World.rule("handbook").build(),
                World.rule("more").targetPath("more/").build());
        world.syncAndMerge();
        assertThat(world.files(world.webapp().tree())).doesNotContainKey("docs/a.md");

        world.upstream.commit("c").file("core/a.md", "3\n").tag("v1.2.0");
        world.syncAndMerge();
        assertThat(world.files(world.webapp().tree())).containsEntry("docs/a.md", "3\n");
    }
}
