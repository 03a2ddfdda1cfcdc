package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.monitor.AlertSink;
import io.agent33.sync.api.monitor.SyncAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps the alerts that it hears of. Thread-safe. */
public final class RecordingAlertSink implements AlertSink {
    private final List<SyncAlert> raised = new ArrayList<>();
    private final List<SyncAlert> cleared = new ArrayList<>();

    @Override
    public synchronized void raise(SyncAlert alert) {
        raised.add(alert);
    }

    @Override
    public synchronized void clear(SyncAlert alert, Instant at) {
        cleared.add(alert);
    }

    /** What was raised so far, in order; what was raised again stands twice. */
    public synchronized List<SyncAlert> raised() {
        return List.copyOf(raised);
    }

    /** What was over so far, in order. */
    public synchronized List<SyncAlert> cleared() {
        return List.copyOf(cleared);
    }
}
