package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Location;
import java.util.List;
import java.util.Optional;

/**
 * Keys and their values.
 *
 * @param entries in the order of the text; no key twice
 * @param at where it starts: at its first key, or at its brace
 */
public record YamlMapping(List<Entry> entries, Location at) implements YamlNode {
    /**
     * A key and its value.
     *
     * @param key as written
     * @param value what stands after the colon
     */
    public record Entry(YamlScalar key, YamlNode value) {}

    public YamlMapping {
        entries = List.copyOf(entries);
    }

    /** The entry of a key; looks at one after the other. */
    public Optional<Entry> entry(String key) {
        return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
    }
}
