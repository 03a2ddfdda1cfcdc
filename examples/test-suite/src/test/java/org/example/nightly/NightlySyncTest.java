package org.example.nightly;

import static io.agent33.sync.testkit.assertion.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NightlySyncTest {
    private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
    private final MemoryDownstreams downstreams = MemoryDownstreams.of("org/api", "org/webapp");
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final SyncEngine engine = SyncEngine.builder()
            .upstream(upstream)
            .downstreams(downstreams)
            .rules(RuleSource.of(rule("api", "org/api"), rule("webapp", "org/webapp")))
            .publisher(publisher)
            .build();

    private static SyncRule rule(String id, String repository) {
        return SyncRule.builder(id)
                .source("core/**")
                .targetRepo(repository)
                .targetPath("docs/")
                .frequency(Frequency.ON_RELEASE)
                .build();
    }

    @BeforeEach
    void twoReleases() {
        upstream.commit("first")
                .file("core/PLAN.md", "plan\n")
                .file("core/OLD.md", "old\n")
                .tag("v1.0.0");
        upstream.commit("second")
                .file("core/PLAN.md", "plan better\n")
                .delete("core/OLD.md")
                .tag("v1.1.0");
    }

    @Test
    void theLatestReleaseIsProposedToBoth() {
        assertThat(new NightlySync(engine).run()).isEqualTo("Nothing to look at.");

        assertThat(downstreams.get("org/api").tree("agent33-sync/v1.1.0/api")).hasFile("docs/PLAN.md");
        assertThat(publisher.open()).hasSize(2);
        assertThat(publisher.text("org/webapp", "webapp").body()).contains("Added: 1 files");
    }

    @Test
    void whoHasTheFirstReleaseGetsWhatTheSecondChanged() {
        engine.run(SyncTrigger.release("v1.0.0"));
        downstreams.get("org/webapp").merge("agent33-sync/v1.0.0/webapp");

        assertThat(engine.plan(SyncTrigger.release()))
                .proposes("webapp", changes -> changes.modifies("docs/PLAN.md").removes("docs/OLD.md"))
                .proposes("api", changes -> changes.adds("docs/PLAN.md"));
    }

    @Test
    void aSecondNightWritesNothing() {
        engine.run();
        int writes = downstreams.writeRequests();

        assertThat(engine.run()).isSuccessful().isWaiting("api").isWaiting("webapp");
        assertThat(downstreams.writeRequests()).isEqualTo(writes);
    }

    @Test
    void aRepositoryThatIsGoneCostsItsOwnRuleOnly() {
        downstreams.get("org/api").vanish();

        assertThat(new NightlySync(engine).run()).isEqualTo("Please look at api.");

        assertThat(publisher.open()).singleElement().satisfies(draft -> assertThat(draft.ruleId())
                .isEqualTo("webapp"));
    }
}
