package io.agent33.sync.api.publish;

import java.util.List;

/**
 * What a pull request says (S11 and the specification's "PR Template for Sync"). A function of the plan: no time, no
 * host, no address of a forge.
 *
 * @param title one line
 * @param body Markdown, within the forge's limit; text from the upstream is inert in it
 * @param labels the engine's and the rule's, in that order, each once
 * @param reviewers asked for by the rule
 * @param draft whether it is opened as a draft
 */
public record PullRequestText(String title, String body, List<String> labels, List<String> reviewers, boolean draft) {
    public PullRequestText {
        labels = List.copyOf(labels);
        reviewers = List.copyOf(reviewers);
    }
}
