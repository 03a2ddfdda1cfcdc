package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.event.SyncListener;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells several listeners, one event at a time, and drops one that throws: a watcher must never cost a sync. Its lock is
 * held while they listen, so an event that came first is heard first by all.
 */
final class Listeners implements SyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<SyncListener> listeners;

    Listeners(List<SyncListener> listeners) {
        this.listeners = new ArrayList<>(listeners);
    }

    @Override
    public synchronized void on(SyncEvent event) {
        listeners.removeIf(listener -> !hears(listener, event));
    }

    private static boolean hears(SyncListener listener, SyncEvent event) {
        try {
            listener.on(event);
            return true;
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "listener {} threw and hears nothing more",
                    listener.getClass().getName(),
                    e);
            return false;
        }
    }
}
