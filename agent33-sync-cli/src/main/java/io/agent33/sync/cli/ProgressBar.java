package io.agent33.sync.cli;

import io.agent33.sync.api.report.RuleResult;
import java.io.PrintWriter;

/** Progress for eyes: one line, repainted. */
final class ProgressBar extends ProgressDisplay {
    private static final int WIDTH = 30;
    private static final String TO_START = "\r";
    private static final String ERASE_TO_END = "\u001b[K";

    private int downstreams;
    private int done;
    private boolean shown;

    ProgressBar(PrintWriter err) {
        super(err);
    }

    @Override
    void started(int number) {
        downstreams = number;
        paint("");
    }

    @Override
    void finished(RuleResult result) {
        paint(result.ruleId());
    }

    @Override
    void finished(String repository) {
        done++;
        paint(repository);
    }

    private void paint(String what) {
        int filled = downstreams == 0 ? WIDTH : WIDTH * done / downstreams;
        err.print(TO_START + "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + downstreams
                + " " + shortened(what) + ERASE_TO_END);
        shown = true;
    }

    /** A line that wraps could not be repainted. */
    private static String shortened(String text) {
        int room = 36;
        return text.length() <= room ? text : text.substring(0, room - 1) + "…";
    }

    @Override
    synchronized void finish() {
        if (shown) {
            err.print(TO_START + ERASE_TO_END);
            err.flush();
            shown = false;
        }
    }
}
