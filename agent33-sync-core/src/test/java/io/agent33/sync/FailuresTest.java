package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One downstream's failure is its own: S14. */
class FailuresTest {
    private final World world = new World();

    private void three() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.downstreams.create("org/broken").commit("init").file("README.md", "x\n");
        world.downstreams.create("org/zoo").commit("init").file("README.md", "x\n");
        world.rules(
                World.rule("docs").build(),
                World.rule("broken").targetRepo("org/broken").build(),
                World.rule("zoo").targetRepo("org/zoo").build());
    }

    private static RuleOutcome outcome(SyncReport report, String ruleId) {
        return report.results().stream()
                .filter(result -> result.ruleId().equals(ruleId))
                .map(RuleResult::outcome)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVanishedDownstreamCostsItsOwnRule() {
        three();
        world.downstreams.get("org/broken").vanish();

        SyncReport report = world.run();

        assertThat(outcome(report, "broken"))
                .isInstanceOfSatisfying(
                        RuleOutcome.Failed.class,
                        failed -> assertThat(failed.objection().code()).isEqualTo("not-found"));
        assertThat(outcome(report, "docs")).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(outcome(report, "zoo")).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(report.successful()).isFalse();
    }

    @Test
    void anUnknownDownstreamCostsItsOwnRule() {
        three();
        world.rules(
                World.rule("docs").build(),
                World.rule("broken").targetRepo("org/nowhere").build());

        SyncReport report = world.run();

        assertThat(outcome(report, "broken")).isInstanceOf(RuleOutcome.Failed.class);
        assertThat(outcome(report, "docs")).isInstanceOf(RuleOutcome.Proposed.class);
    }

    @Test
    void anEmptyDownstreamAndAMissingBranchAreClearOutcomes() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.downstreams.create("org/empty");
        world.rules(
                World.rule("empty").targetRepo("org/empty").build(),
                World.rule("branch").branch("develop").build(),
                World.rule("docs").targetPath("elsewhere").build());

        SyncReport report = world.run();

        assertThat(outcome(report, "empty").toString()).contains("empty");
        assertThat(outcome(report, "branch").toString()).contains("no-such-revision", "develop");
        assertThat(outcome(report, "docs")).isInstanceOf(RuleOutcome.Proposed.class);
    }

    @Test
    void aPublisherThatThrowsNonsenseCostsItsOwnRule() {
        three();

        SyncReport report = world.engine()
                .publisher(draft -> {
                    if (draft.ruleId().equals("broken")) {
                        throw new IllegalStateException("a defect");
                    }
                    return new Publication.Opened("somewhere");
                })
                .build()
                .run();

        assertThat(outcome(report, "broken"))
                .isInstanceOfSatisfying(
                        RuleOutcome.Failed.class,
                        failed -> assertThat(failed.objection().message()).contains("internal-error", "a defect"));
        assertThat(outcome(report, "zoo")).isInstanceOf(RuleOutcome.Proposed.class);
    }

    @Test
    void anErrorOfAPluginCostsItsOwnRule() {
        three();

        SyncReport report = world.engine()
                .addListener(event -> {
                    throw new AssertionError("a defect");
                })
                .publisher(draft -> {
                    if (draft.ruleId().equals("broken")) {
                        throw new NoClassDefFoundError("Missing");
                    }
                    return world.publisher.publish(draft);
                })
                .build()
                .run();

        assertThat(outcome(report, "broken").toString()).contains("internal-error", "Missing");
        assertThat(outcome(report, "docs")).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(outcome(report, "zoo")).isInstanceOf(RuleOutcome.Proposed.class);
    }

    @Test
    void aPublisherThatReturnsNullIsNamed() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");

        SyncReport report = world.engine().publisher(draft -> null).build().run();

        assertThat(World.only(report).toString()).contains("internal-error", "returned null");
    }

    @Test
    void aBadRuleBuiltInJavaNeverStopsAGoodOne() {
        three();
        world.rules(
                World.rule("docs").build(),
                World.rule("bad-glob").source("core/[").targetPath("x").build(),
                World.rule("bad-path").targetPath("../x").build());

        SyncReport report = world.run();

        assertThat(report.results()).extracting(RuleResult::ruleId).containsExactly("docs");
        assertThat(report.objections()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(report.successful()).isFalse();
    }

    @Test
    void aRefusedRuleThatIsNamedStopsNoOtherThatIsNamed() {
        three();
        world.rules(
                World.rule("docs").build(), World.rule("bad").source("core/[").build());

        SyncReport report = world.run(SyncTrigger.manual("docs", "bad"));

        assertThat(outcome(report, "docs")).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(report.results()).hasSize(1);
        assertThat(report.objections())
                .singleElement()
                .satisfies(objection -> assertThat(objection.message()).contains("bad"));
        assertThat(report.successful()).isFalse();
    }

    @Test
    void rulesThatClaimOneIdDoNotRunAndTheOthersDo() {
        three();
        world.rules(
                World.rule("docs").build(),
                World.rule("twice").targetPath("x").build(),
                World.rule("twice").targetPath("y").build());

        SyncReport report = world.run();

        assertThat(report.results()).extracting(RuleResult::ruleId).containsExactly("docs");
        assertThat(report.objections()).extracting("code").containsOnly("duplicate-id");
    }

    @Test
    void anUnreachableUpstreamEndsTheRunWithAnException() {
        three();
        world.upstream.fail(RepositoryException.Reason.UNREACHABLE);

        assertThatThrownBy(world::run).isInstanceOf(RepositoryException.class);
    }

    @Test
    void aListenerThatThrowsIsIgnoredFromThenOn() {
        three();
        List<SyncEvent> heard = Collections.synchronizedList(new ArrayList<>());

        SyncReport report = world.engine()
                .addListener(event -> {
                    throw new IllegalStateException("a defect");
                })
                .addListener(heard::add)
                .parallelism(1)
                .build()
                .run();

        assertThat(report.successful()).isTrue();
        assertThat(heard).filteredOn(SyncEvent.RuleFinished.class::isInstance).hasSize(3);
        assertThat(heard).last().isInstanceOf(SyncEvent.RunFinished.class);
    }

    @Test
    void anInterruptStopsBetweenStepsAndIsReported() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        SyncRule[] rules = IntStream.range(0, 20)
                .mapToObj(i -> World.rule("r" + i).targetPath("t" + i).build())
                .toArray(SyncRule[]::new);
        Thread caller = Thread.currentThread();

        SyncReport report = world.rules(rules)
                .engine()
                .publisher(draft -> {
                    caller.interrupt();
                    // The caller notices between this rule and the next; until then this step is finished in peace.
                    while (caller.isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return world.publisher.publish(draft);
                })
                .parallelism(1)
                .build()
                .run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.results()).hasSize(20);
        assertThat(report.results().get(0).outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(report.results().get(19).outcome().toString()).contains("interrupted");
    }

    @Test
    void everyCloneIsClosed() {
        three();
        SyncEngine engine = world.engine().build();
        engine.print(engine.plan(SyncTrigger.due()), OutputFormat.DIFF, new StringBuilder());
        world.downstreams.get("org/broken").fail(RepositoryException.Reason.UNREACHABLE);

        world.run();

        assertThat(world.downstreams.all())
                .allSatisfy(downstream -> assertThat(downstream.openClones()).isZero());
    }

    @Test
    void whatIsMissingIsToldAllAtOnce() {
        assertThatThrownBy(() -> SyncEngine.builder().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("upstream")
                .hasMessageContaining("downstreams");
    }

    @Test
    void wrongArgumentsFailInTheirOption() {
        assertThatThrownBy(() -> SyncEngine.builder().parallelism(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SyncEngine.builder().overridePrefix("core"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SyncEngine.builder().bodyLimit(10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEngineWithoutRulesDoesNothing() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");

        SyncReport report = SyncEngine.builder()
                .upstream(world.upstream)
                .downstreams(MemoryDownstreams.empty())
                .rules(RuleSource.of())
                .publisher(world.publisher)
                .build()
                .run(SyncTrigger.due());

        assertThat(report.results()).isEmpty();
        assertThat(report.successful()).isTrue();
    }

    @Test
    void anExhaustedHeapCostsItsRuleAndSaysWhatToDo() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        PullRequestPublisher greedy = draft -> {
            throw new OutOfMemoryError("Java heap space");
        };

        assertThat(World.only(world.engine().publisher(greedy).build().run()))
                .isInstanceOfSatisfying(
                        RuleOutcome.Failed.class,
                        failed -> assertThat(failed.objection().message()).contains("[out-of-memory]", "-Xmx"));
    }
}
