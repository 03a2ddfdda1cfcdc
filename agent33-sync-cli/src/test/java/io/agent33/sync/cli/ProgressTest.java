package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static final RepositoryId DOCS = RepositoryId.of("org/" + "d".repeat(60));

    private final StringWriter written = new StringWriter();
    private final PrintWriter err = new PrintWriter(written);

    @Test
    void elsewhereThanOnATerminalEachRuleIsALineAndCostsAreTold() {
        watch(new ProgressLines(err));

        assertThat(written.toString().lines())
                .containsExactly(
                        "2 rules read: 0.4 s, 3.4 MB received",
                        "syncing 2 downstreams",
                        "  org/webapp webapp-docs: left alone",
                        "[1/2] org/webapp: 1.0 s, 340 B received, 1.2 kB sent",
                        "[2/2] " + DOCS + ": 2.0 s",
                        "2 downstreams in all: 2 min 05 s, 3.4 MB received, 1.2 kB sent");
    }

    @Test
    void onATerminalOneLineIsRepaintedAndGoneInTheEnd() {
        watch(new ProgressBar(err));

        assertThat(List.of(written.toString().split("\r")))
                .containsExactly(
                        "",
                        "[....................] reading the upstream and its rules\u001b[K",
                        "[....................] 0 done, 0 running, 2 waiting\u001b[K",
                        "[....................] 0 done, 1 running, 1 waiting org/webapp\u001b[K",
                        "[....................] 0 done, 2 running, 0 waiting org/" + "d".repeat(22) + "…\u001b[K",
                        "[....................] 0 done, 2 running, 0 waiting webapp-docs\u001b[K",
                        "[##########..........] 1 done, 1 running, 0 waiting org/webapp\u001b[K",
                        "[####################] 2 done, 0 running, 0 waiting org/" + "d".repeat(22) + "…\u001b[K",
                        "\u001b[K");
    }

    @Test
    void whatIsSaidBesideLeavesTheBarWhereItWas() {
        var bar = new ProgressBar(err);
        bar.say("too early");
        bar.on(new SyncEvent.RunStarted(SyncEvent.Verb.RUN, SyncTrigger.due()));
        bar.say("waiting");
        bar.finish();
        bar.say("too late");

        String line = "\r[....................] reading the upstream and its rules\u001b[K";
        assertThat(written.toString().replace(System.lineSeparator(), "\n"))
                .isEqualTo("too early\n" + line + "\rwaiting\u001b[K\n" + line + "\r\u001b[Ktoo late\n");
    }

    @Test
    void elsewhereItIsALineAmongOthers() {
        new ProgressLines(err).say("waiting");

        assertThat(written.toString()).isEqualTo("waiting" + System.lineSeparator());
    }

    @Test
    void aRunWithoutDownstreamsShowsNone() {
        var bar = new ProgressBar(err);
        bar.on(new SyncEvent.DownstreamsFound(List.of()));

        assertThat(written.toString()).contains("[....................] 0 done, 0 running, 0 waiting");
    }

    @Test
    void amountsAreRoundedToWhatPeopleRead() {
        assertThat(Amounts.of(Duration.ofMillis(49))).isEqualTo("0.0 s");
        assertThat(Amounts.of(Duration.ofMillis(59_949))).isEqualTo("59.9 s");
        assertThat(Amounts.of(Duration.ofMillis(59_950))).isEqualTo("1 min 00 s");
        assertThat(Amounts.of(Traffic.NONE)).isEmpty();
        assertThat(Amounts.of(new Traffic(999, 999_949))).isEqualTo(", 999 B received, 999.9 kB sent");
        assertThat(Amounts.of(new Traffic(999_950, Long.MAX_VALUE))).isEqualTo(", 1.0 MB received, 9.2 EB sent");
    }

    private static void watch(ProgressDisplay display) {
        Traffic fetched = new Traffic(3_400_000, 0);
        Traffic some = new Traffic(340, 1_200);
        display.on(new SyncEvent.RunStarted(SyncEvent.Verb.RUN, SyncTrigger.due()));
        display.on(new SyncEvent.RulesRead(2, 0, Duration.ofMillis(350), fetched));
        display.on(new SyncEvent.DownstreamsFound(List.of(WEBAPP, DOCS)));
        display.on(new SyncEvent.DownstreamStarted(WEBAPP, List.of("webapp-docs")));
        display.on(new SyncEvent.DownstreamStarted(DOCS, List.of("docs")));
        RuleResult result =
                new RuleResult("webapp-docs", WEBAPP, new RuleOutcome.LeftAlone("branch", "a person pushed"));
        display.on(new SyncEvent.RuleFinished(result, Duration.ofSeconds(1)));
        display.on(new SyncEvent.DownstreamFinished(WEBAPP, Duration.ofSeconds(1), some));
        display.on(new SyncEvent.DownstreamFinished(DOCS, Duration.ofSeconds(2), Traffic.NONE));
        display.on(new SyncEvent.RunFinished(
                SyncEvent.Verb.RUN, 2, 2, 0, Duration.ofSeconds(125), fetched.plus(new Traffic(0, 1_200))));
        display.finish();
        display.finish();
    }
}
