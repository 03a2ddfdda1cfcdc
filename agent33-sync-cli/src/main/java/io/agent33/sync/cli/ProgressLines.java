package io.agent33.sync.cli;

import io.agent33.sync.api.report.RuleResult;
import java.io.PrintWriter;
import java.util.Locale;

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
        String outcome = result.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        err.println("  " + result.repository() + " " + result.ruleId() + ": " + outcome);
    }

    @Override
    void finished(String repository) {
        done++;
        err.println("[" + done + "/" + downstreams + "] " + repository);
    }

    @Override
    void finish() {}
}
