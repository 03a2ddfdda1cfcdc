package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.event.SyncListener;
import java.util.ArrayList;
import java.util.List;

/** Keeps all events in the order in which they were told. Thread-safe. */
public final class RecordingListener implements SyncListener {
    private final List<SyncEvent> events = new ArrayList<>();

    @Override
    public synchronized void on(SyncEvent event) {
        events.add(event);
    }

    /** Everything so far. */
    public synchronized List<SyncEvent> events() {
        return List.copyOf(events);
    }

    /** The events of one kind, {@code SyncEvent.Published.class} for example, or of all kinds that are that. */
    public <E extends SyncEvent> List<E> events(Class<E> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The simple names of the events' kinds, such as {@code RunStarted}. */
    public List<String> kinds() {
        return events().stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
