package io.agent33.sync.core.plan;

import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.rule.HostNames;
import io.agent33.sync.core.merge.Merging;
import io.agent33.sync.core.pullrequest.PullRequestWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the host decides about planning.
 *
 * @param overridePrefix what source paths have before the path of an override (S8)
 * @param bodyLimit the longest body of a pull request, in characters (S11)
 * @param mergeStrategies by the names that rules may use (S8)
 */
public record PlanningOptions(String overridePrefix, int bodyLimit, Map<String, MergeStrategy> mergeStrategies) {
    public PlanningOptions {
        mergeStrategies = Map.copyOf(mergeStrategies);
    }

    /** The names that a rule may use because of the host alone. */
    public HostNames hostNames() {
        Set<String> own = new HashSet<>(mergeStrategies.keySet());
        own.removeAll(Merging.byName().keySet());
        return new HostNames(Set.of(), own);
    }

    /** {@code core/}, GitHub's limit, and the strategies that the engine has. */
    public static PlanningOptions defaults() {
        return new PlanningOptions("core/", PullRequestWriter.GITHUB_LIMIT, Merging.byName());
    }
}
