package io.agent33.sync.api.publish;

import io.agent33.sync.api.rule.MergeMethod;
import java.util.List;
import java.util.Optional;

/**
 * What a pull request says (S11 and the specification's "PR Template for Sync"). A function of the plan: no time, no
 * host, no address of a forge.
 *
 * @param title one line
 * @param body Markdown, within the forge's limit; text from the upstream is inert in it
 * @param labels the engine's and the rule's, in that order, each once
 * @param reviewers asked for by the rule
 * @param draft whether it is opened as a draft
 * @param autoMerge how it is to be merged without a person; empty unless the rule asks for it, every check passed, and nothing was
 *     in conflict, adopted or replaced. Whether the repository allows it is for the publisher to find out
 */
public record PullRequestText(
        String title,
        String body,
        List<String> labels,
        List<String> reviewers,
        boolean draft,
        Optional<MergeMethod> autoMerge) {
    public PullRequestText {
        labels = List.copyOf(labels);
        reviewers = List.copyOf(reviewers);
    }

    /** One that waits for a person. */
    public PullRequestText(String title, String body, List<String> labels, List<String> reviewers, boolean draft) {
        this(title, body, labels, reviewers, draft, Optional.empty());
    }
}
