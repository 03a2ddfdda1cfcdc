package io.agent33.sync.core.pullrequest;

/** What a pull request wants of a person (S8, S11). */
public enum Attention {
    /** Nothing: it may merge by itself. */
    NONE,
    /** A look: something local was met: adopted, replaced, resolved, redundant. */
    LOOK,
    /** A decision: it is a draft. */
    DECISION
}
