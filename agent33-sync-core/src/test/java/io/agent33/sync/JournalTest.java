package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.JournalContent;
import io.agent33.sync.api.monitor.JournalEntry;
import io.agent33.sync.api.monitor.JournalEntry.Outcome;
import io.agent33.sync.api.monitor.RunJournal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.memory.MemoryJournal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every attempt of a run is in the journal (S13). */
class JournalTest {
    private final World world = new World();
    private final MemoryJournal journal = new MemoryJournal();

    private void run(SyncTrigger trigger) {
        try (SyncEngine engine = world.engine().journal(journal).build()) {
            engine.run(trigger);
        }
    }

    private JournalEntry last() {
        return journal.entries().get(journal.entries().size() - 1);
    }

    @Test
    void eachAttemptIsWrittenWithWhatBecameOfIt() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");

        run(SyncTrigger.due());
        assertThat(journal.entries()).hasSize(1);
        assertThat(last().ruleId()).isEqualTo("docs");
        assertThat(last().repository()).hasToString("org/webapp");
        assertThat(last().trigger()).isEqualTo(SyncTrigger.Kind.DUE);
        assertThat(last().outcome()).isEqualTo(Outcome.PROPOSED);
        assertThat(last().release()).contains("v1.0.0");
        assertThat(last().error()).isEmpty();

        run(SyncTrigger.release());
        assertThat(last().outcome()).isEqualTo(Outcome.WAITING);
        assertThat(last().trigger()).isEqualTo(SyncTrigger.Kind.RELEASE);
    }

    @Test
    void aReleaseThatChangesNothingForARuleIsWrittenAsWhereItStands() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.syncAndMerge();
        world.upstream.commit("b").file("elsewhere.md", "x\n").tag("v1.1.0");

        run(SyncTrigger.due());

        assertThat(last().outcome()).isEqualTo(Outcome.CURRENT);
        assertThat(last().release()).contains("v1.1.0");
    }

    @Test
    void aPlanIsNoAttempt() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");

        try (SyncEngine engine = world.engine().journal(journal).build()) {
            engine.plan(SyncTrigger.due());
        }

        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void whatWasNotDueWasNotTried() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");

        run(SyncTrigger.change());

        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void successAndFailureAreTold() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.syncAndMerge();

        run(SyncTrigger.due());
        assertThat(last().outcome()).isEqualTo(Outcome.CURRENT);
        assertThat(last().outcome().isSuccess()).isTrue();
        assertThat(last().release()).contains("v1.0.0");

        world.webapp().commit("tamper").file(".agent33-sync-state/docs/manifest.yaml", "format: 1\n");
        run(SyncTrigger.due());
        assertThat(last().outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(last().outcome().isFailure()).isTrue();
        assertThat(last().error()).isPresent();
    }

    @Test
    void aJournalThatFailsCostsNothing() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        RunJournal broken = new RunJournal() {
            @Override
            public void append(List<JournalEntry> entries) {
                throw new RepositoryException(RepositoryException.Reason.STORAGE, "the disk is full");
            }

            @Override
            public JournalContent read() {
                throw new AssertionError("nobody reads it in a run");
            }
        };

        try (SyncEngine engine = world.engine().journal(broken).build()) {
            assertThat(engine.run(SyncTrigger.due()).results())
                    .singleElement()
                    .satisfies(result -> assertThat(result.outcome()).isInstanceOf(RuleOutcome.Proposed.class));
        }
    }
}
