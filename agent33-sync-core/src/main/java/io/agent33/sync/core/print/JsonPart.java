package io.agent33.sync.core.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.core.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One mapping of a plan that is read back. Whatever is not as {@link PlanPrinter} writes it is a
 * {@link ConfigurationException} that names its place.
 *
 * @param file for messages
 * @param path of the mapping, from the root
 * @param node the mapping
 */
record JsonPart(String file, String path, JsonNode node) {
    JsonPart part(String key) {
        return new JsonPart(file, at(key), required(key, "a mapping", JsonNode::isObject));
    }

    Optional<JsonPart> optionalPart(String key) {
        return isNothing(key) ? Optional.empty() : Optional.of(part(key));
    }

    List<JsonPart> parts(String key) {
        List<JsonPart> parts = new ArrayList<>();
        for (JsonNode item : required(key, "a list", JsonNode::isArray)) {
            String place = at(key) + "[" + parts.size() + "]";
            if (!item.isObject()) {
                throw wrongAt(place, "a mapping", item.toString());
            }
            parts.add(new JsonPart(file, place, item));
        }
        return parts;
    }

    String text(String key) {
        return required(key, "a text", JsonNode::isTextual).textValue();
    }

    Optional<String> optional(String key) {
        return isNothing(key) ? Optional.empty() : Optional.of(text(key));
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : required(key, "a list", JsonNode::isArray)) {
            if (!item.isTextual()) {
                throw wrong(key, "texts", item.toString());
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    /** A whole number; empty if nothing stands there. */
    OptionalInt optionalNumber(String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? OptionalInt.empty() : OptionalInt.of(number(key));
    }

    int number(String key) {
        return required(key, "a number", JsonNode::isInt).intValue();
    }

    boolean flag(String key) {
        return required(key, "true or false", JsonNode::isBoolean).booleanValue();
    }

    /** The text as something else, which throws an {@link IllegalArgumentException} for what is none. */
    <T> T parsed(String key, Function<String, T> parsing) {
        String text = text(key);
        try {
            return parsing.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong(key, "a valid value (" + Excerpt.message(e) + ")", text);
        }
    }

    ConfigurationException wrong(String key, String expected, String found) {
        return wrongAt(at(key), expected, found);
    }

    private ConfigurationException wrongAt(String place, String expected, String found) {
        return new ConfigurationException(
                Objection.of("plan-unreadable", place, expected, Excerpt.of(found), "plan again with this version")
                        .at(Location.of(file)));
    }

    /** A key is always there; what is not known is null. */
    private boolean isNothing(String key) {
        return required(key, "a value or null", value -> true).isNull();
    }

    private JsonNode required(String key, String expected, Predicate<JsonNode> kind) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || !kind.test(value)) {
            throw wrong(key, expected, value.isMissingNode() ? "no such key" : value.toString());
        }
        return value;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
