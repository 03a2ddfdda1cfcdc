package io.agent33.sync.api.rule;

/** What makes a rule due (S10). */
public enum Frequency {
    /** A new release of the upstream. */
    ON_RELEASE,
    /** A change of matched files on the upstream's default branch. */
    ON_CHANGE,
    /** Only an operator. */
    MANUAL
}
