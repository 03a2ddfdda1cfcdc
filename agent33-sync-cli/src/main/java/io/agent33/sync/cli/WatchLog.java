package io.agent33.sync.cli;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.monitor.WatchEvent;
import io.agent33.sync.core.print.OutputFormat;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** What a watcher did, for people and for what reads its output: reports in one place, everything else in the other. */
final class WatchLog {
    private final SyncEngine engine;
    private final OutputFormat format;
    private final PrintWriter out;
    private final Consumer<String> err;

    WatchLog(SyncEngine engine, OutputFormat format, PrintWriter out, Consumer<String> err) {
        this.engine = engine;
        this.format = format;
        this.out = out;
        this.err = err;
    }

    void tell(WatchEvent event) {
        if (event instanceof WatchEvent.Looked looked) {
            if (looked.moved()) {
                err.accept("watch: the upstream moved");
            }
        } else if (event instanceof WatchEvent.Synced synced) {
            engine.print(synced.report(), format, out);
            out.flush();
        } else if (event instanceof WatchEvent.Checked checked) {
            engine.print(checked.report(), format, out);
            out.flush();
        } else if (event instanceof WatchEvent.Alerted alerted) {
            err.accept("watch: " + alerted.report().open().size() + " alerts open, "
                    + alerted.report().raised().size() + " raised, "
                    + alerted.report().cleared().size() + " over");
        } else if (event instanceof WatchEvent.HandedOver handed) {
            err.accept("watch: handed over " + handed.tasks().size());
        } else if (event instanceof WatchEvent.Troubled troubled) {
            for (Objection objection : troubled.objections()) {
                err.accept("watch: " + objection.message());
            }
            if (!troubled.again().isZero()) {
                err.accept("watch: tried again in " + troubled.again().toSeconds() + " s");
            }
        }
    }
}
