package io.agent33.sync.core.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Pattern;

/** The way from the root to the node at hand; becomes a text only when somebody asks. Not thread-safe. */
final class Trail {
    /** What may stand in a message as it is. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.@/< -]{1,64}");

    private final Deque<Object> steps = new ArrayDeque<>();

    void enter(String key) {
        steps.addLast(key);
    }

    void enter(int index) {
        steps.addLast(index);
    }

    void leave() {
        steps.removeLast();
    }

    /** As in {@code sync_rule.filters.include[0]}; {@code the document} at the root. */
    @Override
    public String toString() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Object> step = steps.iterator(); step.hasNext(); ) {
            append(path, step.next());
        }
        return path.isEmpty() ? "the document" : path.toString();
    }

    private static void append(StringBuilder path, Object step) {
        if (step instanceof String key) {
            path.append(path.isEmpty() ? "" : ".").append(NAME.matcher(key).matches() ? key : "…");
        } else {
            path.append('[').append(step).append(']');
        }
    }
}
