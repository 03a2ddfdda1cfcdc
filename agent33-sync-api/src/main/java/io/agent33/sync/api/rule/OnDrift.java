package io.agent33.sync.api.rule;

/** What happens to a delivered file that was edited downstream outside of its override (S8). */
public enum OnDrift {
    /** The edit becomes an override. */
    ADOPT,
    /** The edit is listed and replaced. */
    OVERWRITE,
    /** The rule is blocked. */
    BLOCK
}
