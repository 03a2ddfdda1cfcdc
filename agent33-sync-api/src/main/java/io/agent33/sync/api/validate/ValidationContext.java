package io.agent33.sync.api.validate;

import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.transform.Delivered;
import io.agent33.sync.api.transform.UpstreamFiles;
import java.util.List;

/**
 * What would be pushed, for checks.
 *
 * @param ruleId the rule's id
 * @param upstream the canonical repository's name
 * @param targetRepo the downstream's name
 * @param release that is delivered
 * @param files every file that the rule delivers, changed or not, in the order of their source paths
 * @param target the downstream's files as they would be
 * @param delivered where upstream's files lie in this downstream
 * @param source the upstream's files at that release
 */
public record ValidationContext(
        String ruleId,
        RepositoryId upstream,
        RepositoryId targetRepo,
        Release release,
        List<DeliveredFile> files,
        TargetFiles target,
        Delivered delivered,
        UpstreamFiles source) {
    public ValidationContext {
        files = List.copyOf(files);
    }
}
