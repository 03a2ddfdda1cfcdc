package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.Objection;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with one text, up to a number that a person could still read; the last one then says that there
 * are more. Not thread-safe.
 */
final class Objections {
    /** As many as are kept of one text. */
    static final int MAX = 100;

    private final List<Objection> kept = new ArrayList<>();

    /** Adds one, unless there are enough. */
    void add(Objection objection) {
        if (kept.size() < MAX) {
            kept.add(objection);
        } else if (kept.size() == MAX) {
            Objection last = Objection.of(
                    "too-many-problems",
                    objection.subject(),
                    "at most " + MAX + " problems",
                    "more",
                    "mend these first");
            kept.add(objection.where().map(last::at).orElse(last));
        }
    }

    /** Adds each. */
    void addAll(List<Objection> objections) {
        objections.forEach(this::add);
    }

    /** What was added until now, in that order. */
    List<Objection> list() {
        return List.copyOf(kept);
    }
}
