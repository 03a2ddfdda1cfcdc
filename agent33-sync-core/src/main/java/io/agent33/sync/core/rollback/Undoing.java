package io.agent33.sync.core.rollback;

import io.agent33.sync.api.repository.FileTree;
import java.util.function.Predicate;

/**
 * A sync to be taken back.
 *
 * @param before the files as it found them
 * @param after the files as it left them
 * @param files the paths that are its own among those that differ
 * @param state those of them that only the engine writes: they become what they were, whatever they are now
 * @param unmarked those of them in which conflict markers would be taken for content
 */
public record Undoing(
        FileTree before,
        FileTree after,
        Predicate<String> files,
        Predicate<String> state,
        Predicate<String> unmarked) {}
