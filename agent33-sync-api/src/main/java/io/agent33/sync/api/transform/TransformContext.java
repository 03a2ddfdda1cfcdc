package io.agent33.sync.api.transform;

import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.Map;

/**
 * What a transform may know besides the document.
 *
 * @param ruleId the rule's id
 * @param upstream the canonical repository's name
 * @param targetRepo the downstream's name
 * @param release that is delivered
 * @param variables of the host, the rule and, for templates, the downstream; by name
 * @param delivered where upstream's files lie in this downstream
 * @param files the upstream's files at that release
 */
public record TransformContext(
        String ruleId,
        RepositoryId upstream,
        RepositoryId targetRepo,
        Release release,
        Map<String, String> variables,
        Delivered delivered,
        UpstreamFiles files) {
    public TransformContext {
        variables = Map.copyOf(variables);
    }
}
