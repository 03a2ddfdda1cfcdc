package io.agent33.sync.github.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** So much in any window of time, and not more. Moments come in their order. Not thread-safe. */
final class Allowance {
    private final int most;
    private final Duration window;
    /** Of the last window, the earliest first. */
    private final Deque<Spent> spent = new ArrayDeque<>();

    private int sum;

    private record Spent(Instant at, int cost) {}

    Allowance(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** The earliest moment from one on at which there is room for a cost. */
    Instant earliest(Instant from, int cost) {
        Instant at = from;
        int held = sum;
        for (Spent past : spent) {
            Instant over = past.at().plus(window);
            if (over.isAfter(at)) {
                if (held + cost <= most) {
                    break;
                }
                at = over;
            }
            held -= past.cost();
        }
        return at;
    }

    void spend(Instant at, int cost) {
        while (!spent.isEmpty() && !spent.peekFirst().at().plus(window).isAfter(at)) {
            sum -= spent.removeFirst().cost();
        }
        spent.addLast(new Spent(at, cost));
        sum += cost;
    }
}
