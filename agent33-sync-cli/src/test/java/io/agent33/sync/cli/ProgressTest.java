package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.RepositoryId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static final RepositoryId DOCS = RepositoryId.of("org/" + "d".repeat(60));

    private final StringWriter written = new StringWriter();
    private final PrintWriter err = new PrintWriter(written);

    @Test
    void elsewhereThanOnATerminalEachRuleIsALine() {
        watch(new ProgressLines(err));

        assertThat(written.toString().lines())
                .containsExactly(
                        "syncing 2 downstreams",
                        "  org/webapp webapp-docs: left alone",
                        "[1/2] org/webapp",
                        "[2/2] " + DOCS);
    }

    @Test
    void onATerminalOneLineIsRepaintedAndGoneInTheEnd() {
        watch(new ProgressBar(err));

        assertThat(List.of(written.toString().split("\r")))
                .containsExactly(
                        "",
                        "[..............................] 0/2 \u001b[K",
                        "[..............................] 0/2 webapp-docs\u001b[K",
                        "[###############...............] 1/2 org/webapp\u001b[K",
                        "[##############################] 2/2 org/" + "d".repeat(31) + "…\u001b[K",
                        "\u001b[K");
    }

    @Test
    void aRunWithoutDownstreamsIsDoneAtOnce() {
        var bar = new ProgressBar(err);
        bar.on(new SyncEvent.RunStarted(0));

        assertThat(written.toString()).contains("[##############################] 0/0");
    }

    private static void watch(ProgressDisplay display) {
        display.on(new SyncEvent.RunStarted(2));
        display.on(new SyncEvent.DownstreamStarted(WEBAPP));
        display.on(new SyncEvent.RuleFinished(
                new RuleResult("webapp-docs", WEBAPP, new RuleOutcome.LeftAlone("branch", "somebody pushed"))));
        display.on(new SyncEvent.DownstreamFinished(WEBAPP));
        display.on(new SyncEvent.DownstreamFinished(DOCS));
        display.finish();
        display.finish();
    }
}
