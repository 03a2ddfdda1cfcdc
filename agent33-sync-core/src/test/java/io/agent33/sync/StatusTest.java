package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.api.monitor.JournalEntry;
import io.agent33.sync.api.monitor.JournalEntry.Outcome;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.Standing;
import io.agent33.sync.api.monitor.Threshold;
import io.agent33.sync.api.monitor.Thresholds;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.fault.FaultyPorts;
import io.agent33.sync.testkit.fault.PortCall;
import io.agent33.sync.testkit.memory.MemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How rules stand (S13): by what is merged, what would be delivered, and what the journal shows. */
class StatusTest {
    private final World world = new World();
    private final MovableClock clock = new MovableClock();
    private final MemoryJournal journal = new MemoryJournal();

    private SyncEngineBuilder engine() {
        return world.engine().clock(clock).journal(journal);
    }

    private FleetStatus status() {
        return engine().build().status();
    }

    private RuleStatus only() {
        assertThat(status().rules()).hasSize(1);
        return status().rules().get(0);
    }

    private void release(String version) {
        world.upstream.commit(version).file("core/a.md", version + "\n").tag(version);
    }

    private void sync() {
        engine().build().run();
    }

    private void mergeAll() {
        world.webapp()
                .open()
                .branches("agent33-sync/")
                .forEach(branch -> world.webapp().merge(branch.branch()));
    }

    /** Synced, merged, and seen to be current. */
    private void settle() {
        sync();
        mergeAll();
        sync();
    }

    @Test
    void aRuleOfWhichNoSyncIsMergedIsNever() {
        release("v1.0.0");
        sync();

        assertThat(only().standing()).isEqualTo(Standing.NEVER);
        assertThat(only().drift()).isEqualTo(new DriftOutcome.NeverSynced());
        assertThat(only().lastSync()).isEmpty();
        assertThat(only().version()).isEmpty();
        assertThat(only().latest()).contains("v1.0.0");
    }

    @Test
    void whatTheLatestReleaseWouldDeliverIsCurrentHoweverOldItIs() {
        release("v1.0.0");
        settle();
        clock.pass(Duration.ofDays(100));

        assertThat(only().standing()).isEqualTo(Standing.CURRENT);
        assertThat(only().version()).contains("v1.0.0");
        assertThat(only().age(clock.instant())).contains(Duration.ofDays(100));
        assertThat(only().isOverAge(clock.instant())).isFalse();
    }

    @Test
    void aReleaseWithTheSameContentLeavesItCurrent() {
        release("v1.0.0");
        settle();
        world.upstream.commit("elsewhere").file("README.md", "x\n").tag("v1.1.0");

        assertThat(only().standing()).isEqualTo(Standing.CURRENT);
        assertThat(only().releasesMissed()).isZero();
    }

    @Test
    void aNewerReleaseLeavesItBehindThenProposedThenStale() {
        release("v1.0.0");
        settle();
        release("v1.1.0");
        assertThat(only().standing()).isEqualTo(Standing.BEHIND);

        sync();
        assertThat(only().standing()).isEqualTo(Standing.PROPOSED);
        assertThat(only().pullRequest()).contains("agent33-sync/v1.1.0/docs");

        clock.pass(Duration.ofDays(14));
        assertThat(only().standing()).isEqualTo(Standing.PROPOSED);
        clock.pass(Duration.ofSeconds(1));
        assertThat(only().standing()).isEqualTo(Standing.STALE);
        assertThat(only().isOverAge(clock.instant())).isTrue();
    }

    @Test
    void aPullRequestThatAPersonClosedBringsNothingUp() {
        release("v1.0.0");
        settle();
        release("v1.1.0");
        sync();
        world.publisher.close("org/webapp", "docs");
        sync();

        assertThat(only().standing()).isEqualTo(Standing.BEHIND);
    }

    @Test
    void releasesMissedAreThoseWithOtherContentThanTheOneBefore() {
        release("v1.0.0");
        settle();
        world.upstream.commit("elsewhere").file("README.md", "x\n").tag("v1.1.0");
        release("v1.2.0");
        world.upstream.commit("elsewhere").file("README.md", "y\n").tag("v1.2.1");
        release("v1.3.0-rc.1");
        release("v1.3.0");

        assertThat(only().releasesMissed()).isEqualTo(2);
        assertThat(only().latest()).contains("v1.3.0");
    }

    @Test
    void moreFailuresInARowThanMayAreFailing() {
        release("v1.0.0");
        settle();
        release("v1.1.0");
        world.webapp().fail(RepositoryException.Reason.UNREACHABLE);
        sync();
        sync();
        world.webapp().recover();
        assertThat(only().standing()).isEqualTo(Standing.BEHIND);
        assertThat(only().failures()).isEqualTo(2);

        world.webapp().fail(RepositoryException.Reason.UNREACHABLE);
        sync();
        world.webapp().recover();
        assertThat(only().standing()).isEqualTo(Standing.FAILING);
        assertThat(only().lastError())
                .hasValueSatisfying(error -> assertThat(error).contains("unreachable"));

        sync();
        assertThat(only().failures()).isZero();
        assertThat(only().lastError()).isEmpty();
        assertThat(only().standing()).isEqualTo(Standing.PROPOSED);
    }

    @Test
    void ofADownstreamThatCannotBeReadTheJournalTells() {
        release("v1.0.0");
        settle();
        Instant last = clock.instant();
        clock.pass(Duration.ofDays(15));
        world.webapp().fail(RepositoryException.Reason.UNREACHABLE);

        RuleStatus status = only();

        assertThat(status.standing()).isEqualTo(Standing.STALE);
        assertThat(status.version()).contains("v1.0.0");
        assertThat(status.lastSync())
                .hasValueSatisfying(at -> assertThat(at).isBetween(last.minusSeconds(1), last.plusSeconds(60)));
        assertThat(status.trouble()).map(Objection::code).contains("unreachable");
        assertThat(status.drift()).isInstanceOf(DriftOutcome.Failed.class);
    }

    @Test
    void withoutAJournalTheManifestsCommitIsTheLastSync() {
        release("v1.0.0");
        world.syncAndMerge();
        Instant merged = world.webapp()
                .open()
                .lastChange(
                        world.webapp().open().base(Optional.empty()).commit(), ".agent33-sync-state/docs/manifest.yaml")
                .orElseThrow()
                .time();

        RuleStatus status = world.engine().clock(clock).build().status().rules().get(0);

        assertThat(status.lastSync()).contains(merged);
        assertThat(status.standing()).isEqualTo(Standing.CURRENT);
    }

    @Test
    void aBlockedRuleSaysWhyAndDriftIsTold() {
        release("v1.0.0");
        settle();
        world.webapp().commit("tamper").file(".agent33-sync-state/docs/manifest.yaml", "format: 1\n");

        RuleStatus status = only();

        assertThat(status.standing()).isEqualTo(Standing.BEHIND);
        assertThat(status.version()).isEmpty();
        assertThat(status.trouble()).map(Objection::code).contains("manifest-damaged");
        assertThat(status.drift()).isInstanceOf(DriftOutcome.Drifted.class);
    }

    @Test
    void thresholdsAreThoseOfTheFrequencyUnlessTheRuleHasItsOwn() {
        Threshold own = new Threshold(Duration.ofDays(3), 5, 0);
        Thresholds thresholds = Thresholds.defaults()
                .of(Frequency.ON_RELEASE, threshold -> threshold.age(Duration.ofDays(30)))
                .of("own", own);
        world.rules(
                World.rule("docs").build(),
                World.rule("own").targetPath("own/").maxAgeDays(2).build(),
                World.rule("slow").targetPath("slow/").maxAgeDays(90).build(),
                World.rule("heads")
                        .targetPath("heads/")
                        .frequency(Frequency.ON_CHANGE)
                        .build());
        release("v1.0.0");

        List<RuleStatus> rules =
                engine().thresholds(thresholds).build().status().rules();

        assertThat(rules).extracting(RuleStatus::ruleId).containsExactly("docs", "heads", "own", "slow");
        assertThat(rules)
                .extracting(RuleStatus::threshold)
                .containsExactly(
                        new Threshold(Duration.ofDays(30), 1, 2),
                        new Threshold(Duration.ofDays(7), 1, 2),
                        own,
                        new Threshold(Duration.ofDays(90), 1, 2));
    }

    @Test
    void nothingIsWritten() {
        release("v1.0.0");
        settle();
        release("v1.1.0");
        FaultyPorts ports = FaultyPorts.recording();
        int entries = journal.read().entries().size();

        engine().downstreams(ports.downstreams(world.downstreams)).build().status();

        assertThat(ports.calls()).isNotEmpty().noneMatch(PortCall::writes);
        assertThat(journal.read().entries()).hasSize(entries);
    }

    @Test
    void theSpecificationsFourRowsComeOut() {
        SyncRule webapp = rule("sync-webapp-orchestrator", "org/webapp", Strategy.COPY, Frequency.ON_RELEASE);
        SyncRule api = rule("sync-api-prompts", "org/api-service", Strategy.COPY, Frequency.ON_RELEASE);
        SyncRule pipeline = rule("sync-ml-arch", "org/ml-pipeline", Strategy.TEMPLATE, Frequency.ON_CHANGE);
        SyncRule docs = rule("sync-docs-full", "org/docs-site", Strategy.REFERENCE, Frequency.MANUAL);
        List.of("org/api-service", "org/ml-pipeline", "org/docs-site")
                .forEach(name -> world.downstreams.create(name).commit("begin").file("README.md", "here\n"));
        world.rules(webapp, api, pipeline, docs);
        release("v2.3.0");
        deliver(SyncTrigger.manual(docs.id()), docs, "v2.3.0", "2026-01-15");
        release("v2.3.1");
        deliver(SyncTrigger.change().only(pipeline.id()), pipeline, "v2.3.1", "2026-01-25");
        release("v2.4.0");
        world.upstream
                .commit("retitled")
                .file("core/b.md", "b\n")
                .delete("core/a.md")
                .tag("v2.4.0-rc.9");
        deliver(SyncTrigger.release("v2.4.0").only(webapp.id()), webapp, "v2.4.0", "2026-01-28");
        deliver(SyncTrigger.release("v2.4.0").only(api.id()), api, "v2.4.0", "2026-01-28");
        clock.set(Instant.parse("2026-01-30T12:00:00Z"));

        assertThat(status().rules())
                .extracting(rule -> "%s %s %s %s %s %s %s"
                        .formatted(
                                rule.repository(),
                                rule.ruleId(),
                                rule.strategy(),
                                rule.frequency(),
                                rule.lastSync().orElseThrow().toString().substring(0, 10),
                                rule.version().orElseThrow(),
                                rule.standing().label()))
                .containsExactly(
                        "org/api-service sync-api-prompts COPY ON_RELEASE 2026-01-28 v2.4.0 Current",
                        "org/docs-site sync-docs-full REFERENCE MANUAL 2026-01-15 v2.3.0 Stale",
                        "org/ml-pipeline sync-ml-arch TEMPLATE ON_CHANGE 2026-01-25 v2.3.1 Behind",
                        "org/webapp sync-webapp-orchestrator COPY ON_RELEASE 2026-01-28 v2.4.0 Current");
    }

    private static SyncRule rule(String id, String repository, Strategy strategy, Frequency frequency) {
        return World.rule(id)
                .targetRepo(repository)
                .strategy(strategy)
                .frequency(frequency)
                .build();
    }

    private void deliver(SyncTrigger trigger, SyncRule rule, String release, String day) {
        world.engine().build().run(trigger);
        var downstream = world.downstreams.get(rule.targetRepo().value());
        downstream.open().branches("agent33-sync/").forEach(branch -> downstream.merge(branch.branch()));
        journal.append(List.of(new JournalEntry(
                rule.id(),
                rule.targetRepo(),
                trigger.kind(),
                Optional.of(release),
                Outcome.CURRENT,
                Instant.parse(day + "T09:00:00Z"),
                Duration.ofSeconds(1),
                Optional.empty())));
    }
}
