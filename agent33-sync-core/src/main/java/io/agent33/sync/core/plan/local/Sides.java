package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.FileTree;
import java.util.List;

/**
 * What meets when local changes are reconciled (S8).
 *
 * @param local what the downstream holds
 * @param overrides its folder of local customisations
 * @param rendered what upstream renders now, the rule's files
 * @param upstream the upstream's files at the release
 */
public record Sides(LocalState local, OverrideFiles overrides, List<RenderedFile> rendered, FileTree upstream) {
    public Sides {
        rendered = List.copyOf(rendered);
    }
}
