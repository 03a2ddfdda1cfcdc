package io.agent33.sync.api.rule;

/** What happens, on a first sync, to a file that nobody delivered and that differs (S8). */
public enum OnExisting {
    /** It is listed and replaced. */
    REPLACE,
    /** The rule is blocked. */
    BLOCK
}
