package io.agent33.sync.core.validate.secret;

import java.util.ArrayList;
import java.util.List;

/** Parts of a text around places that come in their order; parts that touch are one, so that all are no longer than the text. */
final class Windows {
    interface Part {
        /** From an offset to another, exclusive. */
        void at(int from, int to);
    }

    private final int length;
    private final int reach;
    private final List<int[]> parts = new ArrayList<>();

    /** @param reach how far a part goes to both sides of a place */
    Windows(int length, int reach) {
        this.length = length;
        this.reach = reach;
    }

    static Windows whole(int length) {
        Windows whole = new Windows(length, length);
        whole.around(0);
        return whole;
    }

    void around(int place) {
        int from = Math.max(0, place - reach);
        int to = (int) Math.min(length, (long) place + reach);
        int[] last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && from <= last[1]) {
            last[1] = Math.max(last[1], to);
        } else {
            parts.add(new int[] {from, to});
        }
    }

    void each(Part part) {
        parts.forEach(it -> part.at(it[0], it[1]));
    }
}
