package io.agent33.sync.api.rule;

/** What a finding of a check does to the pull request (S7). */
public enum Severity {
    /** It is not opened. */
    FAIL,
    /** It is opened with a note, and never merged automatically. */
    WARN,
    /** The check does not run. */
    OFF
}
