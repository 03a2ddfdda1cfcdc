package io.agent33.sync.it.histories;

import java.util.function.Supplier;

/** Something went against the law. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Violation(String message) {
        super(message);
    }

    static void unless(boolean lawful, Supplier<String> message) {
        if (!lawful) {
            throw new Violation(message.get());
        }
    }
}
