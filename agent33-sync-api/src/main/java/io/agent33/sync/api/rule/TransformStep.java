package io.agent33.sync.api.rule;

import java.util.Map;

/**
 * One item of a rule's {@code transforms}.
 *
 * @param name under which the transform is registered
 * @param options its options; empty for {@code name: true}. Values are strings, booleans, lists and maps of these, all
 *     immutable
 */
public record TransformStep(String name, Map<String, Object> options) {
    public TransformStep {
        options = Map.copyOf(options);
    }
}
