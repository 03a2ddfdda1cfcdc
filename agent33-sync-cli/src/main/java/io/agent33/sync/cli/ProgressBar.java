package io.agent33.sync.cli;

import io.agent33.sync.api.event.SyncEvent;
import java.io.PrintWriter;

/** Progress for eyes: one line, repainted. */
final class ProgressBar extends ProgressDisplay {
    private static final int WIDTH = 20;
    /** A line that wraps could not be repainted. */
    private static final int COLUMNS = 79;

    private static final String TO_START = "\r";
    private static final String ERASE_TO_END = "\u001b[K";

    private boolean shown;
    private String painted = "";

    ProgressBar(PrintWriter err) {
        super(err);
    }

    @Override
    void show(SyncEvent event) {
        if (event instanceof SyncEvent.RunStarted) {
            paint("reading the upstream and its rules");
        } else if (event instanceof SyncEvent.DownstreamsFound) {
            paint(numbers());
        } else if (event instanceof SyncEvent.DownstreamStarted started) {
            paint(numbers() + " " + started.repository());
        } else if (event instanceof SyncEvent.RuleFinished finished) {
            paint(numbers() + " " + finished.result().ruleId());
        } else if (event instanceof SyncEvent.DownstreamFinished finished) {
            paint(numbers() + " " + finished.repository());
        }
    }

    private String numbers() {
        return done() + " done, " + running() + " running, " + waiting() + " waiting";
    }

    private void paint(String what) {
        int filled = downstreams() == 0 ? 0 : WIDTH * done() / downstreams();
        String line = "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + what;
        painted = TO_START + shortened(line) + ERASE_TO_END;
        err.print(painted);
        shown = true;
    }

    @Override
    void print(String line) {
        err.println(shown ? TO_START + line + ERASE_TO_END : line);
        if (shown) {
            err.print(painted);
        }
    }

    private static String shortened(String text) {
        return text.length() <= COLUMNS ? text : text.substring(0, COLUMNS - 1) + "…";
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
