package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Objection;
import java.util.ArrayList;
import java.util.List;

/** What was refused in one document, as far as a person could still read it. */
final class Refusals {
    private static final int MAX = 100;

    private final List<Objection> kept = new ArrayList<>();

    void add(Objection objection) {
        if (kept.size() < MAX) {
            kept.add(objection);
        }
    }

    void addAll(List<Objection> objections) {
        objections.forEach(this::add);
    }

    /** In order; if there may be more, the last one says so. */
    List<Objection> list() {
        if (kept.size() == MAX) {
            Objection cut = kept.get(MAX - 1);
            Objection last = Objection.of(
                    "too-many-problems", cut.subject(), "at most " + MAX + " problems", "more", "mend these first");
            kept.set(MAX - 1, cut.where().map(last::at).orElse(last));
        }
        return List.copyOf(kept);
    }
}
