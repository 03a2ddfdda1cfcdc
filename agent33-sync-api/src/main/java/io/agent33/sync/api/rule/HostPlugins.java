package io.agent33.sync.api.rule;

import io.agent33.sync.api.transform.TransformProvider;
import java.util.Map;
import java.util.Set;

/**
 * What a host registered of its own; a rule may use these names besides those that every engine has.
 *
 * @param transforms by the names that {@code transforms} may use; a source of rules asks each whether its options are good
 * @param mergeStrategies the names that {@code merge[].strategy} may use (S8)
 */
public record HostPlugins(Map<String, TransformProvider> transforms, Set<String> mergeStrategies) {
    private static final HostPlugins NONE = new HostPlugins(Map.of(), Set.of());

    public HostPlugins {
        transforms = Map.copyOf(transforms);
        mergeStrategies = Set.copyOf(mergeStrategies);
    }

    /** Of a host without plugins. */
    public static HostPlugins none() {
        return NONE;
    }

    /** Of a host that has transforms alone. */
    public static HostPlugins ofTransforms(Map<String, TransformProvider> transforms) {
        return new HostPlugins(transforms, Set.of());
    }
}
