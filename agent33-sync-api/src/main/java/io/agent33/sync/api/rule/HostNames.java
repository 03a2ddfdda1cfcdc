package io.agent33.sync.api.rule;

import java.util.Set;

/**
 * The names under which a host registered plugins of its own; a rule may use these besides those that every engine has.
 *
 * @param transforms of {@code transforms}
 * @param mergeStrategies of {@code merge[].strategy} (S8)
 */
public record HostNames(Set<String> transforms, Set<String> mergeStrategies) {
    private static final HostNames NONE = new HostNames(Set.of(), Set.of());

    public HostNames {
        transforms = Set.copyOf(transforms);
        mergeStrategies = Set.copyOf(mergeStrategies);
    }

    /** Of a host without plugins. */
    public static HostNames none() {
        return NONE;
    }

    /** Of a host that has transforms alone. */
    public static HostNames ofTransforms(String... names) {
        return new HostNames(Set.of(names), Set.of());
    }
}
