package io.agent33.sync.api.repository;

/**
 * A branch and where it points.
 *
 * @param branch the short name, without {@code refs/heads/}
 * @param commit its tip
 */
public record BranchTip(String branch, ObjectId commit) {}
