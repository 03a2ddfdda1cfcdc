package io.agent33.sync.core.plan;

import io.agent33.sync.core.pullrequest.PullRequestWriter;

/**
 * What the host decides about planning.
 *
 * @param overridePrefix what source paths have before the path of an override (S8)
 * @param bodyLimit the longest body of a pull request, in characters (S11)
 */
public record PlanningOptions(String overridePrefix, int bodyLimit) {
    /** {@code core/}, and GitHub's limit. */
    public static PlanningOptions defaults() {
        return new PlanningOptions("core/", PullRequestWriter.GITHUB_LIMIT);
    }
}
