package io.agent33.sync.cli;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import java.io.PrintWriter;

/** Progress for logs. */
final class ProgressLines extends ProgressDisplay {
    private int downstreams;
    private int done;

    ProgressLines(PrintWriter err) {
        super(err);
    }

    @Override
    void started(int number) {
        downstreams = number;
        err.println("syncing " + number + (number == 1 ? " downstream" : " downstreams"));
    }

    @Override
    void finished(RuleResult result) {
        err.println("  " + result.repository() + " " + result.ruleId() + ": " + word(result.outcome()));
    }

    @Override
    void finished(String repository) {
        done++;
        err.println("[" + done + "/" + downstreams + "] " + repository);
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
