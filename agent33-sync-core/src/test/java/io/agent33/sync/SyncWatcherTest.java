package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.WatchEvent;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTask;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.fault.FaultyPorts;
import io.agent33.sync.testkit.fault.PortCall;
import io.agent33.sync.testkit.memory.RecordingIssueTracker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a watcher does at which time (S10, S13), by a clock that stands still. */
class SyncWatcherTest {
    private final World world = new World();
    private final MovableClock clock = new MovableClock();
    private final FaultyPorts ports = FaultyPorts.recording();
    private final List<WatchEvent> events = new ArrayList<>();
    private final SyncEngine engine = world.engine()
            .clock(clock)
            .upstream(ports.upstream(world.upstream))
            .downstreams(ports.downstreams(world.downstreams))
            .build();
    private SyncWatcher watcher = watcher(engine).build();

    private SyncWatcherBuilder watcher(SyncEngine of) {
        return SyncWatcher.of(of).random(new Random(1)).onEvent(events::add);
    }

    private void release(String version) {
        world.upstream.commit(version).file("core/a.md", version + "\n").tag(version);
    }

    private List<WatchEvent> turnAfter(Duration time) {
        clock.pass(time);
        events.clear();
        watcher.turn();
        return List.copyOf(events);
    }

    private List<RuleOutcome> outcomesAfter(Duration time) {
        return turnAfter(time).stream()
                .filter(WatchEvent.Synced.class::isInstance)
                .flatMap(event -> ((WatchEvent.Synced) event).report().results().stream())
                .map(RuleResult::outcome)
                .toList();
    }

    private void mergeAll() {
        world.webapp()
                .open()
                .branches("agent33-sync/")
                .forEach(branch -> world.webapp().merge(branch.branch()));
    }

    @Test
    void theFirstTurnCatchesUpAndSkipsWhatWasSuperseded() {
        release("v1.0.0");
        release("v1.1.0");

        assertThat(outcomesAfter(Duration.ZERO)).hasOnlyElementsOfType(RuleOutcome.Proposed.class);

        assertThat(world.webapp().open().branches("agent33-sync/"))
                .extracting(branch -> branch.branch())
                .containsExactly("agent33-sync/v1.1.0/docs");
    }

    @Test
    void aPollWhereNothingMovedAsksForTheNamesAlone() {
        release("v1.0.0");
        turnAfter(Duration.ZERO);
        int before = ports.calls().size();

        assertThat(turnAfter(Duration.ofMinutes(5))).containsExactly(new WatchEvent.Looked(false));

        assertThat(ports.calls().subList(before, ports.calls().size()))
                .extracting(PortCall::method)
                .containsExactly("refs");
    }

    @Test
    void betweenPollsNobodyIsAsked() {
        release("v1.0.0");
        Duration idle = watcher.turn();
        int before = ports.calls().size();

        assertThat(idle).hasMinutes(5);
        assertThat(turnAfter(Duration.ofMinutes(4))).isEmpty();
        assertThat(ports.calls()).hasSize(before);
    }

    @Test
    void aReleaseIsDeliveredWithTheNextPoll() {
        release("v1.0.0");
        turnAfter(Duration.ZERO);
        mergeAll();
        release("v1.1.0");

        assertThat(outcomesAfter(Duration.ofMinutes(5))).hasOnlyElementsOfType(RuleOutcome.Proposed.class);
    }

    @Test
    void whatCameWhileNobodyWatchedIsDeliveredByTheNextWatcher() {
        release("v1.0.0");
        turnAfter(Duration.ZERO);
        mergeAll();
        release("v1.1.0");
        release("v1.2.0");
        clock.pass(Duration.ofDays(3));
        watcher = watcher(engine).build();

        assertThat(outcomesAfter(Duration.ZERO)).hasOnlyElementsOfType(RuleOutcome.Proposed.class);
        assertThat(world.webapp().open().branches("agent33-sync/v1.1.0/")).isEmpty();
    }

    @Test
    void anUpstreamThatCannotBeReadIsToldAndAskedAgainLaterAndLater() {
        release("v1.0.0");
        world.upstream.fail(RepositoryException.Reason.UNREACHABLE);

        List<Duration> waits = new ArrayList<>();
        for (int minutes : new int[] {0, 1, 2, 4}) {
            List<WatchEvent> told = turnAfter(Duration.ofMinutes(minutes));
            assertThat(told).hasSize(1);
            WatchEvent.Troubled troubled = (WatchEvent.Troubled) told.get(0);
            assertThat(troubled.objections()).extracting(Objection::code).containsExactly("unreachable");
            waits.add(troubled.again());
        }
        assertThat(waits).extracting(Duration::toMinutes).containsExactly(1L, 2L, 4L, 8L);
        assertThat(turnAfter(Duration.ofMinutes(7))).isEmpty();

        world.upstream.recover();
        assertThat(outcomesAfter(Duration.ofMinutes(1))).hasOnlyElementsOfType(RuleOutcome.Proposed.class);
    }

    @Test
    void aDownstreamThatFailsIsTriedAgainAloneLaterAndLater() {
        world.downstreams.create("org/other").commit("begin").file("README.md", "other\n");
        world.rules(
                World.rule("docs").build(),
                World.rule("other").targetRepo("org/other").build());
        watcher = watcher(engineOfTwo()).build();
        release("v1.0.0");
        world.webapp().fail(RepositoryException.Reason.UNREACHABLE);

        assertThat(outcomesAfter(Duration.ZERO))
                .hasExactlyElementsOfTypes(RuleOutcome.Proposed.class, RuleOutcome.Failed.class);
        assertThat(turnAfter(Duration.ofSeconds(59))).isEmpty();
        assertThat(outcomesAfter(Duration.ofSeconds(1))).hasExactlyElementsOfTypes(RuleOutcome.Failed.class);
        assertThat(outcomesAfter(Duration.ofMinutes(1))).isEmpty();
        world.webapp().recover();
        assertThat(outcomesAfter(Duration.ofMinutes(1))).hasExactlyElementsOfTypes(RuleOutcome.Proposed.class);
        assertThat(outcomesAfter(Duration.ofMinutes(10))).isEmpty();
    }

    private SyncEngine engineOfTwo() {
        return world.engine().clock(clock).build();
    }

    @Test
    void aRuleThatFailedAndIsGoneIsForgotten() {
        release("v1.0.0");
        world.webapp().fail(RepositoryException.Reason.UNREACHABLE);
        List<SyncRule> rules = new ArrayList<>(List.of(World.rule("docs").build()));
        watcher = watcher(world.engine()
                        .clock(clock)
                        .rules(context ->
                                RuleSource.of(rules.toArray(SyncRule[]::new)).read(context))
                        .build())
                .build();
        assertThat(outcomesAfter(Duration.ZERO)).hasExactlyElementsOfTypes(RuleOutcome.Failed.class);
        rules.clear();

        assertThat(turnAfter(Duration.ofMinutes(1))).isEmpty();
        assertThat(watcher.turn()).isGreaterThan(Duration.ofMinutes(3));
    }

    @Test
    void onceADayDownstreamsAreToldOfTheirDrift() {
        RecordingIssueTracker issues = new RecordingIssueTracker();
        watcher = watcher(world.engine().clock(clock).issues(issues).build()).build();
        release("v1.0.0");
        turnAfter(Duration.ZERO);
        mergeAll();
        world.webapp().commit("edit").file("docs/a.md", "mine\n");

        assertThat(turnAfter(Duration.ofMinutes(5))).noneMatch(WatchEvent.Checked.class::isInstance);
        assertThat(turnAfter(Duration.ofDays(1)))
                .filteredOn(WatchEvent.Checked.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(
                                ((WatchEvent.Checked) event).report().drifted())
                        .hasSize(1));
        assertThat(issues.issues()).hasSize(1);
    }

    @Test
    void aDriftCheckThatFailsIsMadeAgainLater() {
        release("v1.0.0");
        AtomicInteger reads = new AtomicInteger();
        RuleSource rules = RuleSource.of(world.rules);
        watcher = watcher(world.engine()
                        .clock(clock)
                        .rules(context -> {
                            if (reads.incrementAndGet() == 2) {
                                throw new IllegalStateException("out of order");
                            }
                            return rules.read(context);
                        })
                        .build())
                .build();

        assertThat(turnAfter(Duration.ZERO))
                .hasExactlyElementsOfTypes(WatchEvent.Looked.class, WatchEvent.Synced.class, WatchEvent.Troubled.class);
        assertThat(turnAfter(Duration.ofMinutes(1)))
                .hasExactlyElementsOfTypes(WatchEvent.Looked.class, WatchEvent.Synced.class, WatchEvent.Checked.class);
    }

    @Test
    void onceADayEverythingIsLookedAtThoughNothingMoved() {
        release("v1.0.0");
        turnAfter(Duration.ZERO);
        mergeAll();
        turnAfter(Duration.ofMinutes(5));

        assertThat(outcomesAfter(Duration.ofDays(1))).hasExactlyElementsOfTypes(RuleOutcome.Current.class);
        assertThat(outcomesAfter(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void aNoticeWithoutRulesAsksTheUpstreamAtOnce() {
        release("v1.0.0");
        turnAfter(Duration.ZERO);
        release("v1.1.0");

        watcher.notice(SyncTrigger.release("v1.1.0"));
        watcher.notice(SyncTrigger.release("v1.1.0"));

        assertThat(turnAfter(Duration.ZERO)).hasSize(2).first().isEqualTo(new WatchEvent.Looked(true));
        assertThat(turnAfter(Duration.ZERO)).isEmpty();
    }

    @Test
    void aNoticeWithRulesSyncsTheseThoughNothingMoved() {
        world.rules(
                World.rule("docs").build(),
                World.rule("byhand")
                        .frequency(Frequency.MANUAL)
                        .targetPath("hand/")
                        .build());
        watcher = watcher(engineOfTwo()).build();
        release("v1.0.0");
        turnAfter(Duration.ZERO);

        watcher.notice(SyncTrigger.manual("byhand"));

        assertThat(outcomesAfter(Duration.ZERO)).hasExactlyElementsOfTypes(RuleOutcome.Proposed.class);
    }

    @Test
    void aNoticeOfARuleThatThereIsNotIsToldAndForgotten() {
        release("v1.0.0");
        turnAfter(Duration.ZERO);

        watcher.notice(SyncTrigger.due().only("nobodys"));

        assertThat(turnAfter(Duration.ZERO)).hasSize(1).first().isInstanceOf(WatchEvent.Troubled.class);
        assertThat(turnAfter(Duration.ZERO)).isEmpty();
    }

    @Test
    void aSchedulerIsGivenATaskForEachDueRuleThatAnotherEngineCanDo() {
        List<SyncTask> tasks = new ArrayList<>();
        watcher = watcher(engine).scheduler(tasks::addAll).build();
        release("v1.0.0");

        assertThat(turnAfter(Duration.ZERO)).contains(new WatchEvent.HandedOver(tasks));
        assertThat(world.webapp().writes()).isZero();
        assertThat(tasks).hasSize(1);

        SyncTask copy = SyncTask.parse(tasks.get(0).text());
        assertThat(world.engine().build().run(copy).outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(engine.run(copy).outcome()).isInstanceOf(RuleOutcome.Waiting.class);
    }

    @Test
    void aSchedulerThatThrowsIsAskedAgain() {
        List<SyncTask> tasks = new ArrayList<>();
        List<String> attempts = new ArrayList<>();
        watcher = watcher(engine)
                .scheduler(all -> {
                    attempts.add("");
                    if (attempts.size() == 1) {
                        throw new IllegalStateException("the queue is down");
                    }
                    tasks.addAll(all);
                })
                .build();
        release("v1.0.0");

        assertThat(turnAfter(Duration.ZERO)).last().isInstanceOfSatisfying(WatchEvent.Troubled.class, troubled -> {
            assertThat(troubled.objections().get(0).message()).contains("the queue is down");
            assertThat(troubled.again()).hasMinutes(1);
        });
        turnAfter(Duration.ofMinutes(1));

        assertThat(tasks).hasSize(1);
    }

    @Test
    void aListenerThatThrowsCostsNothing() {
        watcher = SyncWatcher.of(engine)
                .onEvent(event -> {
                    throw new IllegalStateException("deaf");
                })
                .build();
        release("v1.0.0");

        watcher.turn();

        assertThat(world.webapp().open().branches("agent33-sync/")).hasSize(1);
    }

    @Test
    void anIntervalOfLessThanASecondIsRefused() {
        assertThatThrownBy(() -> SyncWatcher.of(engine).pollEvery(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pollEvery");
        assertThatThrownBy(() -> SyncWatcher.of(engine).checkEvery(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SyncWatcher.of(engine).retryAfter(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
