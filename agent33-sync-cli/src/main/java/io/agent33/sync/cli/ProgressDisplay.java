package io.agent33.sync.cli;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.event.SyncListener;
import java.io.PrintWriter;
import java.util.Optional;

/** Shows how far a run is: a bar that repaints itself on a terminal, a line a rule elsewhere. Thread-safe. */
abstract sealed class ProgressDisplay implements SyncListener permits ProgressBar, ProgressLines {
    final PrintWriter err;
    private int downstreams;
    private int running;
    private int done;

    ProgressDisplay(PrintWriter err) {
        this.err = err;
    }

    /** The one that suits where standard error goes. */
    static ProgressDisplay on(PrintWriter err) {
        return Terminal.onStandardError() ? new ProgressBar(err) : new ProgressLines(err);
    }

    /** For what is over soon: the bar, or nothing where nobody looks. */
    static Optional<ProgressDisplay> onTerminal(PrintWriter err) {
        return Terminal.onStandardError() ? Optional.of(new ProgressBar(err)) : Optional.empty();
    }

    @Override
    public final synchronized void on(SyncEvent event) {
        if (event instanceof SyncEvent.DownstreamsFound found) {
            downstreams = found.repositories().size();
        } else if (event instanceof SyncEvent.DownstreamStarted) {
            running++;
        } else if (event instanceof SyncEvent.DownstreamFinished) {
            running--;
            done++;
        }
        show(event);
        err.flush();
    }

    /** Says something beside, on a line of its own. */
    final synchronized void say(String line) {
        print(line);
        err.flush();
    }

    /** Prints a line, and shows what was shown before. */
    abstract void print(String line);

    /** Shows what happened; the numbers below know of it. */
    abstract void show(SyncEvent event);

    final int downstreams() {
        return downstreams;
    }

    final int running() {
        return running;
    }

    final int done() {
        return done;
    }

    final int waiting() {
        return downstreams - running - done;
    }

    /** Leaves the screen as it was; may be called again. */
    abstract void finish();
}
