package io.agent33.sync.core.plan;

import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.core.merge.Merging;
import io.agent33.sync.core.plugin.PluginCalls;
import io.agent33.sync.core.pullrequest.PullRequestWriter;
import io.agent33.sync.core.validate.Checks;
import io.agent33.sync.core.validate.secret.SecretScanner;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the host decides about planning.
 *
 * @param overridePrefix what source paths have before the path of an override (S8)
 * @param bodyLimit the longest body of a pull request, in characters (S11)
 * @param mergeStrategies by the names that rules may use (S8)
 * @param transforms the host's own, by the names that rules may use (S5)
 * @param variables the host's own, for templates (S5)
 * @param checks that a sync has to pass before it is proposed (S7)
 * @param plugins calls what the host registered
 */
public record PlanningOptions(
        String overridePrefix,
        int bodyLimit,
        Map<String, MergeStrategy> mergeStrategies,
        Map<String, TransformProvider> transforms,
        Map<String, String> variables,
        Checks checks,
        PluginCalls plugins) {
    public PlanningOptions {
        mergeStrategies = Map.copyOf(mergeStrategies);
        transforms = Map.copyOf(transforms);
        variables = Map.copyOf(variables);
    }

    /** The names that a rule may use because of the host alone. */
    public HostPlugins hostPlugins() {
        Set<String> own = new HashSet<>(mergeStrategies.keySet());
        own.removeAll(Merging.byName().keySet());
        return new HostPlugins(
                transforms.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> guarded(entry.getKey(), entry.getValue()))),
                own);
    }

    private TransformProvider guarded(String name, TransformProvider provider) {
        return options -> plugins.call("transform \"" + name + "\"", () -> provider.create(options));
    }

    /** {@code core/}, GitHub's limit, the strategies and transforms that the engine has, 30 seconds for a plugin's call. */
    public static PlanningOptions defaults() {
        PluginCalls plugins = new PluginCalls(Duration.ofSeconds(30));
        return new PlanningOptions(
                "core/",
                PullRequestWriter.GITHUB_LIMIT,
                Merging.byName(),
                Map.of(),
                Map.of(),
                new Checks(SecretScanner.builtIn(), Map.of(), plugins),
                plugins);
    }
}
