package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Objection;
import java.util.List;
import java.util.Optional;

/**
 * One document of a text.
 *
 * @param root all of it, as far as it could be understood; empty if it could not. Where a key stands twice, the first
 *     counts; an alias reads as the text that was written
 * @param objections what is wrong with it as YAML; if there are any, nothing should be done by it but finding more
 */
public record YamlDocument(Optional<YamlNode> root, List<Objection> objections) {
    public YamlDocument {
        objections = List.copyOf(objections);
    }
}
