package io.agent33.sync.it.histories;

import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.it.histories.Event.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to one upstream and one downstream.
 *
 * @param apart whether no two edits touch the same or adjacent lines, and nobody takes an edit back
 */
record History(long seed, OnDrift onDrift, boolean blockExisting, boolean apart, List<Event> events) {
    private static final List<Kind> ALL = List.of(
            Kind.UPSTREAM,
            Kind.UPSTREAM,
            Kind.UPSTREAM,
            Kind.UNTAGGED,
            Kind.OVERRIDE_EDIT,
            Kind.OVERRIDE_EDIT,
            Kind.OVERRIDE_EDIT,
            Kind.OVERRIDE_DROP,
            Kind.TARGET_EDIT,
            Kind.TARGET_EDIT,
            Kind.TARGET_DELETE,
            Kind.EDIT_BOTH,
            Kind.STRAY,
            Kind.IGNORE,
            Kind.RESOLVE,
            Kind.RESOLVE,
            Kind.PROPOSE,
            Kind.MERGE,
            Kind.SYNC,
            Kind.SYNC,
            Kind.SYNC);
    private static final List<Kind> APART = List.of(
            Kind.UPSTREAM,
            Kind.UPSTREAM,
            Kind.UPSTREAM,
            Kind.UNTAGGED,
            Kind.OVERRIDE_EDIT,
            Kind.OVERRIDE_EDIT,
            Kind.TARGET_EDIT,
            Kind.TARGET_EDIT,
            Kind.PROPOSE,
            Kind.MERGE,
            Kind.SYNC,
            Kind.SYNC);

    History {
        events = List.copyOf(events);
    }

    static History of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        boolean apart = random.nextInt(4) == 0;
        int choice = random.nextInt(8);
        OnDrift onDrift = apart || choice > 1 ? OnDrift.ADOPT : choice == 1 ? OnDrift.OVERWRITE : OnDrift.BLOCK;
        List<Kind> kinds = apart ? APART : ALL;
        List<Event> events = new ArrayList<>();
        int length = 8 + random.nextInt(5);
        for (int serial = 1; serial <= length; serial++) {
            Kind kind = serial == 2 && random.nextInt(4) > 0 ? Kind.SYNC : kinds.get(random.nextInt(kinds.size()));
            events.add(new Event(serial, kind, random.nextInt(64), random.nextInt(64), random.nextInt(64)));
        }
        return new History(seed, onDrift, !apart && random.nextInt(8) == 0, apart, events);
    }

    History with(List<Event> others) {
        return new History(seed, onDrift, blockExisting, apart, others);
    }

    History plainer() {
        return new History(seed, OnDrift.ADOPT, false, apart, events);
    }
}
