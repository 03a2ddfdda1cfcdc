package io.agent33.sync.core.validate.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.api.error.Location;
import io.agent33.sync.core.yaml.YamlDocument;
import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlNode;
import io.agent33.sync.core.yaml.YamlScalar;
import io.agent33.sync.core.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;

/** A YAML document. What it writes by anchors, aliases and tags is not looked into: such a document has no value here. */
final class YamlData implements DataDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final YamlDocument document;
    private final Optional<Declared> comment;

    YamlData(YamlDocument document, Optional<Declared> comment) {
        this.document = document;
        this.comment = comment;
    }

    @Override
    public Optional<Declared> schema() {
        return comment.or(() -> document.root()
                .filter(YamlMapping.class::isInstance)
                .flatMap(root -> ((YamlMapping) root).entry("$schema"))
                .map(YamlMapping.Entry::value)
                .filter(YamlScalar.class::isInstance)
                .map(value -> new Declared(((YamlScalar) value).text(), place(value.at()))));
    }

    @Override
    public Optional<JsonNode> value() {
        return document.objections().isEmpty() ? document.root().map(YamlData::node) : Optional.empty();
    }

    private static JsonNode node(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            ObjectNode object = NODES.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.key().text(), node(entry.value())));
            return object;
        }
        if (node instanceof YamlSequence sequence) {
            ArrayNode array = NODES.arrayNode();
            sequence.items().forEach(item -> array.add(node(item)));
            return array;
        }
        return YamlScalars.node((YamlScalar) node);
    }

    @Override
    public Place place(List<Object> path) {
        Optional<YamlNode> nearest = document.root();
        for (Object step : path) {
            Optional<YamlNode> next = nearest.flatMap(node -> child(node, String.valueOf(step)));
            if (next.isEmpty()) {
                break;
            }
            nearest = next;
        }
        return nearest.map(node -> place(node.at())).orElseGet(() -> new Place(1, 1));
    }

    private static Optional<YamlNode> child(YamlNode node, String step) {
        if (node instanceof YamlMapping mapping) {
            return mapping.entry(step).map(YamlMapping.Entry::value);
        }
        return node instanceof YamlSequence sequence && step.matches("[0-9]{1,9}")
                ? sequence.items().stream().skip(Integer.parseInt(step)).findFirst()
                : Optional.empty();
    }

    private static Place place(Location at) {
        return new Place(Math.max(1, at.line()), Math.max(1, at.column()));
    }
}
