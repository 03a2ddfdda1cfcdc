package io.agent33.sync.core.strategy;

/** Makes delivered files of source files; a pure function. Thread-safe. */
@FunctionalInterface
public interface Rendering {
    /** Renders one file. */
    Rendered render(SourceFile file);
}
