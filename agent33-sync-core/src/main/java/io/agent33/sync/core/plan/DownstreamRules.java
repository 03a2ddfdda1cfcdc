package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.SyncRule;
import java.util.List;

/**
 * The rules of one downstream.
 *
 * @param repository the downstream
 * @param active all of its active rules, in the order of their ids
 * @param asked those that the trigger is about
 */
public record DownstreamRules(RepositoryId repository, List<SyncRule> active, List<SyncRule> asked) {
    public DownstreamRules {
        active = List.copyOf(active);
        asked = List.copyOf(asked);
    }
}
