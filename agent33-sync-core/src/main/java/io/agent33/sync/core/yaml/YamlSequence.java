package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Location;
import java.util.List;

/**
 * A list.
 *
 * @param items in order
 * @param at where it starts: at its first dash, or at its bracket
 */
public record YamlSequence(List<YamlNode> items, Location at) implements YamlNode {
    public YamlSequence {
        items = List.copyOf(items);
    }
}
