package io.agent33.sync.api.rule;

/** How a source file becomes a delivered file (S5). */
public enum Strategy {
    /** The bytes. */
    COPY,
    /** Mustache with the downstream's variables. */
    TEMPLATE,
    /** A stub that names the canonical document. */
    REFERENCE
}
