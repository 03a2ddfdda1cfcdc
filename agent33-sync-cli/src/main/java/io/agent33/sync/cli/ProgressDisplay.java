package io.agent33.sync.cli;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.event.SyncListener;
import io.agent33.sync.api.report.RuleResult;
import java.io.PrintWriter;

/** Shows how far a run is: a bar that repaints itself on a terminal, a line a rule elsewhere. Thread-safe. */
abstract sealed class ProgressDisplay implements SyncListener permits ProgressBar, ProgressLines {
    final PrintWriter err;

    ProgressDisplay(PrintWriter err) {
        this.err = err;
    }

    /** The one that suits where standard error goes. */
    static ProgressDisplay on(PrintWriter err) {
        return Terminal.onStandardError() ? new ProgressBar(err) : new ProgressLines(err);
    }

    @Override
    public final synchronized void on(SyncEvent event) {
        if (event instanceof SyncEvent.RunStarted started) {
            started(started.downstreams());
        } else if (event instanceof SyncEvent.RuleFinished finished) {
            finished(finished.result());
        } else if (event instanceof SyncEvent.DownstreamFinished finished) {
            finished(finished.repository().value());
        }
        err.flush();
    }

    abstract void started(int downstreams);

    abstract void finished(RuleResult result);

    abstract void finished(String repository);

    /** Leaves the screen as it was; may be called again. */
    abstract void finish();
}
