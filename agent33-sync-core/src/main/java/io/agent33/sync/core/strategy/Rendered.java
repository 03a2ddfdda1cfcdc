package io.agent33.sync.core.strategy;

import io.agent33.sync.api.repository.ObjectId;

/** What a strategy made of a source file. */
public sealed interface Rendered {
    /** The very content that the upstream has. */
    record Unchanged(ObjectId blob) implements Rendered {}

    /** New text, to be written as UTF-8. */
    record Made(String text) implements Rendered {}

    /** Nothing, since this file cannot be rendered so. */
    record Impossible(String reason, String remedy) implements Rendered {}
}
