package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.AlertReport;
import io.agent33.sync.api.monitor.AlertSink;
import io.agent33.sync.api.monitor.SyncAlert;
import io.agent33.sync.api.monitor.SyncAlert.Audience;
import io.agent33.sync.api.monitor.WatchEvent;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.publish.AlertSinks;
import io.agent33.sync.testkit.memory.MemoryJournal;
import io.agent33.sync.testkit.memory.RecordingAlertSink;
import io.agent33.sync.testkit.memory.RecordingIssueTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of what, how often, and until when (S13, the specification's "Monitoring & Alerts"). */
class AlertsTest {
    @TempDir
    private Path folder;

    private final World world = new World();
    private final MovableClock clock = new MovableClock();
    private final MemoryJournal journal = new MemoryJournal();
    private final RecordingAlertSink sink = new RecordingAlertSink();
    private final RecordingIssueTracker issues = new RecordingIssueTracker();
    private SyncEngine engine = engine().addAlertSink(sink).build();

    private SyncEngineBuilder engine() {
        return world.engine().clock(clock).journal(journal).issues(issues);
    }

    /** v1.0.0 is merged and known to be current. */
    @BeforeEach
    void settled() {
        world.webapp().commit("owned").file("CODEOWNERS", "docs/ @org/docs ann@example.org\n");
        release("v1.0.0");
        engine.run();
        merge();
        engine.run();
    }

    private void release(String version) {
        world.upstream.commit(version).file("core/a.md", version + "\n").tag(version);
    }

    private void merge() {
        world.webapp()
                .open()
                .branches("agent33-sync/")
                .forEach(branch -> world.webapp().merge(branch.branch()));
    }

    private void fail(int times) {
        world.webapp().fail(RepositoryException.Reason.UNREACHABLE);
        for (int i = 0; i < times; i++) {
            engine.run();
        }
        world.webapp().recover();
    }

    private SyncAlert only(SyncAlert.Type type) {
        assertThat(engine.alert().open()).hasSize(1);
        SyncAlert alert = engine.alert().open().get(0);
        assertThat(alert.type()).isEqualTo(type);
        return alert;
    }

    @Test
    void whereAllIsWellNobodyIsTold() {
        clock.pass(Duration.ofDays(100));

        assertThat(engine.alert().open()).isEmpty();
        assertThat(sink.raised()).isEmpty();
    }

    @Test
    void anAgeBeyondTheThresholdGoesToTheOrchestrator() {
        release("v1.1.0");
        clock.pass(Duration.ofDays(14));
        assertThat(engine.alert().open()).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        SyncAlert alert = only(SyncAlert.Type.STALENESS);

        assertThat(alert.details()).isEqualTo("last sync 2026-01-30, more than 14 days ago");
        assertThat(alert.actionRequired()).isEqualTo("Trigger a manual re-sync, and merge its pull request");
        assertThat(alert.audience()).containsExactly(Audience.ORCHESTRATOR);
        assertThat(alert.detectedAt()).isEqualTo(clock.instant());
    }

    @Test
    void releasesMissedBeyondTheThresholdGoToTheOwner() {
        release("v1.1.0");
        assertThat(engine.alert().open()).isEmpty();

        release("v1.2.0");
        engine.run();
        SyncAlert alert = only(SyncAlert.Type.STALENESS);

        assertThat(alert.details()).isEqualTo("2 releases missed, merged is v1.0.0, the latest is v1.2.0");
        assertThat(alert.actionRequired())
                .isEqualTo("Review and merge the sync's pull request from agent33-sync/v1.2.0/docs");
        assertThat(alert.audience()).containsExactly(Audience.REPOSITORY_OWNER);
        assertThat(alert.owners()).containsExactly("@org/docs", "ann@example.org");
    }

    @Test
    void failuresBeyondTheThresholdGoToBoth() {
        release("v1.1.0");
        fail(2);
        assertThat(engine.alert().open()).isEmpty();

        fail(1);
        SyncAlert alert = only(SyncAlert.Type.FAILURE);

        assertThat(alert.details()).startsWith("3 failures in a row, the last: ");
        assertThat(alert.audience()).containsExactlyInAnyOrder(Audience.values());
    }

    @Test
    void driftGoesToTheOwner() {
        world.webapp().commit("edit").file("docs/a.md", "mine\n");

        SyncAlert alert = only(SyncAlert.Type.DRIFT);

        assertThat(alert.details()).isEqualTo("1 file drifted: docs/a.md (modified)");
        assertThat(alert.audience()).containsExactly(Audience.REPOSITORY_OWNER);
        assertThat(alert.owners()).containsExactly("@org/docs", "ann@example.org");
    }

    @Test
    void whatIsTheSameIsToldOnceThoughDaysPass() {
        release("v1.1.0");
        clock.pass(Duration.ofDays(15));
        AlertReport first = engine.alert();
        clock.pass(Duration.ofDays(1));
        AlertReport second = engine.alert();

        assertThat(first.raised()).hasSize(1);
        assertThat(second.raised()).isEmpty();
        assertThat(second.open()).isEqualTo(first.open());
        assertThat(sink.raised()).hasSize(1);

        release("v1.2.0");
        release("v1.3.0");
        assertThat(engine.alert().raised()).hasSize(1);
        assertThat(sink.raised()).hasSize(2);
    }

    @Test
    void whenTheCauseIsGoneThatIsToldOnce() {
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        engine.alert();
        world.webapp().commit("back").file("docs/a.md", "v1.0.0\n");

        assertThat(engine.alert().cleared()).hasSize(1);
        assertThat(engine.alert().cleared()).isEmpty();
        assertThat(sink.cleared()).isEqualTo(sink.raised());
    }

    @Test
    void aRestartRaisesNothingAgainAndForgetsNothing() throws IOException {
        Path book = folder.resolve("deep/book");
        world.webapp().commit("edit").file("docs/a.md", "mine | \"x\"\n");
        engine().addAlertSink(sink).alertBook(book).build().alert();
        engine().addAlertSink(sink).alertBook(book).build().alert();
        assertThat(sink.raised()).hasSize(1);

        world.webapp().commit("back").file("docs/a.md", "v1.0.0\n");
        engine().addAlertSink(sink).alertBook(book).build().alert();
        assertThat(sink.cleared()).isEqualTo(sink.raised());

        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        engine().addAlertSink(sink).alertBook(book).build().alert();
        Files.writeString(book, "nonsense");
        engine().addAlertSink(sink).alertBook(book).build().alert();
        assertThat(sink.raised()).hasSize(3);
    }

    /** Fails at each first attempt, and notes all. */
    private static final class Moody implements AlertSink {
        private final List<String> heard = new ArrayList<>();
        private boolean works = true;

        @Override
        public void raise(SyncAlert alert) {
            hear("raise");
        }

        @Override
        public void clear(SyncAlert alert, Instant at) {
            hear("clear");
        }

        private void hear(String what) {
            heard.add(what);
            works = !works;
            if (!works) {
                throw new IllegalStateException("out of order");
            }
        }
    }

    @Test
    void aSinkThatThrowsCostsNoOtherAndHearsItAgain() {
        Moody moody = new Moody();
        engine = engine().addAlertSink(moody).addAlertSink(sink).build();
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        for (int i = 0; i < 3; i++) {
            engine.alert();
        }
        assertThat(moody.heard).containsExactly("raise", "raise");
        assertThat(sink.raised()).hasSize(1);

        world.webapp().commit("back").file("docs/a.md", "v1.0.0\n");
        for (int i = 0; i < 3; i++) {
            engine.alert();
        }
        assertThat(moody.heard).containsExactly("raise", "raise", "clear", "clear");
        assertThat(sink.cleared()).hasSize(1);
    }

    @Test
    void aCauseThatComesBackBeforeAllHaveHeardThatItWasGoneIsToldAgain() {
        Moody moody = new Moody();
        engine = engine().addAlertSink(moody).addAlertSink(sink).build();
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        engine.alert();
        engine.alert();
        world.webapp().commit("back").file("docs/a.md", "v1.0.0\n");
        engine.alert();
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        engine.alert();

        assertThat(sink.raised()).hasSize(2);
        assertThat(moody.heard).containsExactly("raise", "raise", "clear");
    }

    @Test
    void aDownstreamThatCannotBeReadIsNotKnownToBeWell() {
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        release("v1.1.0");
        release("v1.2.0");
        assertThat(engine.alert().open()).hasSize(2);

        world.webapp().fail(RepositoryException.Reason.UNREACHABLE);
        assertThat(engine.alert().open()).hasSize(2);
        world.webapp().recover();

        assertThat(engine.alert().open()).hasSize(2);
        assertThat(sink.raised()).hasSize(2);
        assertThat(sink.cleared()).isEmpty();
    }

    @Test
    void aRuleThatIsGoneNeedsNobodyAndOneThatCannotBeReadStays() {
        List<SyncRule> rules = new ArrayList<>(List.of(world.rules));
        List<Objection> objections = new ArrayList<>();
        engine = engine().rules(context -> new RuleSet(
                        RuleSource.of(rules.toArray(SyncRule[]::new))
                                .read(context)
                                .rules(),
                        objections))
                .addAlertSink(sink)
                .build();
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        engine.alert();

        rules.clear();
        objections.add(Objection.of("unreadable-file", "docs.yaml", "", "", ""));
        assertThat(engine.alert().open()).hasSize(1);

        objections.clear();
        assertThat(engine.alert().cleared()).hasSize(1);
    }

    @Test
    void withoutASinkThereIsNothingToAsk() {
        SyncEngine silent = engine().build();

        assertThatThrownBy(silent::alert).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void issuesAreOpenedUpdatedAndClosedAndDriftHasItsOwn() {
        engine = engine().addAlertSink(AlertSinks.issues(issues)).build();
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        release("v1.1.0");
        release("v1.2.0");
        engine.alert();

        assertThat(issues.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.says().key()).isEqualTo("alert/staleness/docs");
            assertThat(issue.says().title()).isEqualTo("The sync of docs is stale");
            assertThat(issue.says().body())
                    .startsWith("```yaml\nsync_alert:\n  type: staleness\n")
                    .contains("\nOwners of the delivered files: @org/docs\n");
        });

        release("v1.3.0");
        engine.alert();
        assertThat(issues.issues().get(0).says().body()).contains("3 releases missed");

        engine.run();
        merge();
        engine.run();
        engine.alert();
        assertThat(issues.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.isOpen()).isFalse());
    }

    @Test
    void theSpecificationsFormComesOutByteForByte() {
        SyncAlert alert = new SyncAlert(
                SyncAlert.Type.FAILURE,
                "sync-webapp-orchestrator",
                RepositoryId.of("org/webapp"),
                Instant.parse("2026-01-30T12:00:00.5Z"),
                "Checksum mismatch on 2 files after transform",
                "Review sync PR #789 or trigger manual re-sync",
                Set.of(),
                List.of());

        assertThat(AlertSinks.yaml(alert)).isEqualTo("""
                sync_alert:
                  type: failure
                  rule_id: "sync-webapp-orchestrator"
                  target_repo: "org/webapp"
                  detected_at: "2026-01-30T12:00:00Z"
                  details: "Checksum mismatch on 2 files after transform"
                  action_required: "Review sync PR #789 or trigger manual re-sync"
                """);
    }

    @Test
    void aFileGetsOneDocumentAfterTheOtherAlsoBehindWhatACrashCutOff() throws IOException {
        Path file = folder.resolve("log/alerts.yaml");
        engine = engine().addAlertSink(AlertSinks.file(file)).build();
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        engine.alert();
        Files.writeString(file, "---\nsync_al", StandardOpenOption.APPEND);
        world.webapp().commit("back").file("docs/a.md", "v1.0.0\n");
        engine.alert();

        assertThat(file).content().isEqualTo("""
                ---
                sync_alert:
                  type: drift
                  rule_id: "docs"
                  target_repo: "org/webapp"
                  detected_at: "2026-01-30T12:00:00Z"
                  details: "1 file drifted: docs/a.md (modified)"
                  action_required: "Re-sync, or move the changes to .agent33-overrides/"
                ---
                sync_al
                ---
                # over at 2026-01-30T12:00:00Z: drift of docs in org/webapp
                """);
    }

    @Test
    void aWatcherTellsOnceADay() {
        List<WatchEvent> events = new ArrayList<>();
        SyncWatcher watcher = SyncWatcher.of(engine)
                .random(new Random(1))
                .onEvent(events::add)
                .build();
        world.webapp().commit("edit").file("docs/a.md", "mine\n");

        watcher.turn();

        assertThat(events).filteredOn(WatchEvent.Alerted.class::isInstance).hasSize(1);
        assertThat(sink.raised()).hasSize(1);
    }
}
