package io.agent33.sync.api.publish;

import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;

/**
 * A pull request to be opened; its head branch is already pushed.
 *
 * @param repository the downstream
 * @param ruleId whose sync it is; a rule has at most one open pull request in a downstream. For a rollback the rule's id and
 *     {@code ~rollback}, for an allowance {@code ~allow}: no rule's id holds a tilde, and they stand beside the rule's own
 * @param release what it delivers
 * @param base the branch that it goes to, and the commit that the head is based on
 * @param head the pushed branch and its tip
 * @param text what it says
 */
public record PullRequestDraft(
        RepositoryId repository,
        String ruleId,
        Release release,
        BranchTip base,
        BranchTip head,
        PullRequestText text) {}
