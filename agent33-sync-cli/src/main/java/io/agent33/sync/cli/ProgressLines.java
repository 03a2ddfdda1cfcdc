package io.agent33.sync.cli;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import java.io.PrintWriter;

/** Progress for logs. */
final class ProgressLines extends ProgressDisplay {
    ProgressLines(PrintWriter err) {
        super(err);
    }

    @Override
    void show(SyncEvent event) {
        if (event instanceof SyncEvent.RulesRead read) {
            err.println(read.rules() + (read.rules() == 1 ? " rule" : " rules") + " read" + cost(read));
        } else if (event instanceof SyncEvent.DownstreamsFound) {
            err.println("syncing " + counted(downstreams()));
        } else if (event instanceof SyncEvent.RuleFinished finished) {
            RuleResult result = finished.result();
            err.println("  " + result.repository() + " " + result.ruleId() + ": " + word(result.outcome()));
        } else if (event instanceof SyncEvent.DownstreamFinished finished) {
            err.println("[" + done() + "/" + downstreams() + "] " + finished.repository() + cost(finished));
        } else if (event instanceof SyncEvent.RunFinished finished) {
            err.println(counted(finished.downstreams()) + " in all" + cost(finished));
        }
    }

    @Override
    void print(String line) {
        err.println(line);
    }

    private static String counted(int downstreams) {
        return downstreams + (downstreams == 1 ? " downstream" : " downstreams");
    }

    private static String cost(SyncEvent.Transfer step) {
        return ": " + Amounts.of(step.took()) + Amounts.of(step.traffic());
    }

    @Override
    void finish() {}

    private static String word(RuleOutcome outcome) {
        if (outcome instanceof RuleOutcome.Proposed) {
            return "proposed";
        } else if (outcome instanceof RuleOutcome.Waiting) {
            return "waiting";
        } else if (outcome instanceof RuleOutcome.Current) {
            return "current";
        } else if (outcome instanceof RuleOutcome.Skipped) {
            return "skipped";
        } else if (outcome instanceof RuleOutcome.LeftAlone) {
            return "left alone";
        } else {
            return outcome instanceof RuleOutcome.Blocked ? "blocked" : "failed";
        }
    }
}
