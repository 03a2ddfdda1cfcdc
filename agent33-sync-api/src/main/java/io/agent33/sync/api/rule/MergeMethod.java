package io.agent33.sync.api.rule;

/** How an automatic merge is made. */
public enum MergeMethod {
    MERGE,
    SQUASH,
    REBASE
}
