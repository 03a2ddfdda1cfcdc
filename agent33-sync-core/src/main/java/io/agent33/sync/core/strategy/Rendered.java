package io.agent33.sync.core.strategy;

import io.agent33.sync.api.repository.ObjectId;
import java.util.List;

/** What a strategy made of a source file. */
public sealed interface Rendered {
    /** The very content that the upstream has. */
    record Unchanged(ObjectId blob) implements Rendered {}

    /** New text, to be written as UTF-8. */
    record Made(String text) implements Rendered {}

    /** Nothing, since this file cannot be rendered so. */
    record Impossible(List<Problem> problems) implements Rendered {
        public Impossible {
            problems = List.copyOf(problems);
        }

        /** For one reason, which the whole file is. */
        public Impossible(String reason, String remedy) {
            this(List.of(new Problem(0, reason, remedy)));
        }
    }

    /**
     * Why a file cannot be rendered.
     *
     * @param line of the source, from 1; 0 if the whole file is meant
     */
    record Problem(int line, String reason, String remedy) {}
}
