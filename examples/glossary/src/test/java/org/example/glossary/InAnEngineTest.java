package org.example.glossary;

import static io.agent33.sync.testkit.assertion.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both of them at work in an engine. */
class InAnEngineTest {
    private final MemoryUpstream upstream = MemoryUpstream.named("org/handbook");
    private final RecordingPublisher publisher = new RecordingPublisher();

    private SyncEngine engine() {
        SyncRule rule = SyncRule.builder("handbook")
                .source("core/**")
                .targetRepo("org/webapp")
                .targetPath("docs/")
                .frequency(Frequency.ON_RELEASE)
                .addTransform(new TransformStep("glossary", Map.of("file", "core/terms.txt")))
                .build();
        return SyncEngine.builder()
                .upstream(upstream)
                .downstreams(MemoryDownstreams.of("org/webapp"))
                .rules(RuleSource.of(rule))
                .publisher(publisher)
                .transform("glossary", Glossary.provider())
                .validator("open-ends", new OpenEnds())
                .build();
    }

    @Test
    void aDocumentIsExplainedAndProposed() {
        upstream.commit("one")
                .file("core/terms.txt", "drift: what nobody meant to change\n")
                .file("core/guide.md", "No drift here.\n")
                .tag("v1.0.0");

        SyncReport report = engine().run(SyncTrigger.due());

        assertThat(report).isSuccessful().proposed("handbook");
        assertThat(publisher.written().get(0).text().body()).contains("| open-ends | pass |");
    }

    @Test
    void anUnfinishedDocumentIsNot() {
        upstream.commit("one").file("core/guide.md", "TODO\n").tag("v1.0.0");

        SyncPlan plan = engine().plan(SyncTrigger.due());

        assertThat(plan.proposals()).isEmpty();
        assertThat(plan.toString()).contains("open-end");
    }
}
