package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.trigger.SyncTask;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each due rule as a task that stands for itself (S10, S14). */
class TasksTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");

    private final World world = new World();

    private List<SyncTask> tasks(SyncTrigger trigger) {
        return world.engine().build().tasks(trigger);
    }

    private RuleOutcome run(SyncTask task) {
        return world.engine().build().run(task).outcome();
    }

    @Test
    void eachDueRuleHasOneThatNamesWhatItDelivers() {
        world.rules(
                World.rule("docs").build(),
                World.rule("byhand")
                        .frequency(Frequency.MANUAL)
                        .targetPath("hand/")
                        .build(),
                World.rule("live")
                        .frequency(Frequency.ON_CHANGE)
                        .targetPath("live/")
                        .build());
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.upstream.commit("b").file("core/a.md", "2\n");
        String head = world.upstream.refs().head().commit().hex();

        assertThat(tasks(SyncTrigger.due()))
                .containsExactly(
                        new SyncTask("docs", WEBAPP, SyncTrigger.Kind.RELEASE, "v1.0.0"),
                        new SyncTask("live", WEBAPP, SyncTrigger.Kind.CHANGE, head));
        assertThat(tasks(SyncTrigger.manual("byhand")))
                .containsExactly(new SyncTask("byhand", WEBAPP, SyncTrigger.Kind.MANUAL, "v1.0.0"));
        assertThat(tasks(SyncTrigger.release().only("live"))).isEmpty();
    }

    @Test
    void aTaskIsDoneOnceHoweverOftenItIsRun() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        SyncTask task = tasks(SyncTrigger.due()).get(0);

        assertThat(run(task)).isInstanceOf(RuleOutcome.Proposed.class);
        int writes = world.webapp().writes();
        assertThat(run(task)).isInstanceOf(RuleOutcome.Waiting.class);
        world.webapp().merge("agent33-sync/v1.0.0/docs");
        assertThat(run(task)).isInstanceOf(RuleOutcome.Current.class);
        assertThat(world.webapp().writes()).isEqualTo(writes);
    }

    @Test
    void aTaskThatComesAfterANewerOneGivesWay() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        SyncTask late = tasks(SyncTrigger.due()).get(0);
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");
        world.syncAndMerge();
        int writes = world.webapp().writes();

        assertThat(run(late)).isNotInstanceOf(RuleOutcome.Proposed.class);
        assertThat(world.webapp().writes()).isEqualTo(writes);
    }

    @Test
    void aTaskOfARuleThatIsGoneOrHasMovedDoesNothing() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        SyncTask gone = new SyncTask("gone", WEBAPP, SyncTrigger.Kind.RELEASE, "v1.0.0");
        SyncTask moved = new SyncTask("docs", RepositoryId.of("org/old"), SyncTrigger.Kind.RELEASE, "v1.0.0");

        assertThat(run(gone)).isInstanceOf(RuleOutcome.Skipped.class);
        assertThat(run(moved)).isInstanceOf(RuleOutcome.Skipped.class);
        assertThat(world.webapp().writes()).isZero();
    }

    @Test
    void aReleaseThatIsLostIsSaid() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        SyncTask lost = new SyncTask("docs", WEBAPP, SyncTrigger.Kind.RELEASE, "v9.0.0");

        assertThatThrownBy(() -> run(lost))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("v9.0.0");
    }

    @Test
    void aDowngradeIsNoTask() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");

        assertThatThrownBy(() -> tasks(SyncTrigger.manual("docs").allowDowngrade()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SyncTask("docs", WEBAPP, SyncTrigger.Kind.DUE, "v1.0.0"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SyncTask("docs", WEBAPP, SyncTrigger.Kind.RELEASE, "v1 0"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsTextIsReadBackEqual() {
        for (SyncTrigger.Kind kind :
                List.of(SyncTrigger.Kind.RELEASE, SyncTrigger.Kind.CHANGE, SyncTrigger.Kind.MANUAL)) {
            SyncTask task = new SyncTask("docs", WEBAPP, kind, "v1.0.0");

            assertThat(SyncTask.parse(task.text())).isEqualTo(task);
        }
        assertThat(new SyncTask("docs", WEBAPP, SyncTrigger.Kind.RELEASE, "v1.0.0").text())
                .isEqualTo("agent33-sync-task-1 release v1.0.0 docs org/webapp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "agent33-sync-task-2 release v1.0.0 docs org/webapp",
                "agent33-sync-task-1 due v1.0.0 docs org/webapp",
                "agent33-sync-task-1 release v1.0.0 docs",
                "agent33-sync-task-1 release v1.0.0 docs org/webapp more",
                "agent33-sync-task-1 release v1.0.0 docs webapp"
            })
    void whatIsNoTaskIsRefused(String text) {
        assertThatThrownBy(() -> SyncTask.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
