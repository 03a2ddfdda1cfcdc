package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.event.SyncListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners, and drops one that throws: a watcher must never cost a sync. */
final class Listeners implements SyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<SyncListener> listeners;

    Listeners(List<SyncListener> listeners) {
        this.listeners = new CopyOnWriteArrayList<>(listeners);
    }

    @Override
    public void on(SyncEvent event) {
        List<SyncListener> deaf =
                listeners.stream().filter(listener -> !hears(listener, event)).toList();
        listeners.removeAll(deaf);
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
