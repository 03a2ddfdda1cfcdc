package io.agent33.sync.api.rule;

import java.util.List;

/**
 * What the rule's owner wants of its pull requests (S11).
 *
 * @param autoMerge merge without a person, where everything passed and the repository allows it; default {@code false}
 * @param mergeMethod default {@link MergeMethod#MERGE}
 * @param labels beside the engine's own
 * @param reviewers beside those from CODEOWNERS
 * @param draft open as a draft; default {@code false}
 */
public record PullRequestOptions(
        boolean autoMerge, MergeMethod mergeMethod, List<String> labels, List<String> reviewers, boolean draft) {
    public PullRequestOptions {
        labels = List.copyOf(labels);
        reviewers = List.copyOf(reviewers);
    }

    /** All at their defaults. */
    public static PullRequestOptions defaults() {
        return new PullRequestOptions(false, MergeMethod.MERGE, List.of(), List.of(), false);
    }
}
