package io.agent33.sync.core.rule;

import io.agent33.sync.core.text.QuotedText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes values on one line so that they mean the same in JSON and in YAML. */
final class Json {
    private Json() {}

    /** Of a text, a truth value, a number, a list or a mapping in its own order. */
    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> QuotedText.of(String.valueOf(entry.getKey())) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Boolean || value instanceof Integer
                ? value.toString()
                : QuotedText.of(value.toString());
    }

    /** The same with all mappings in the order of their keys. */
    static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put(String.valueOf(key), sorted(inner)));
            return sorted;
        }
        return value instanceof List<?> list ? list.stream().map(Json::sorted).toList() : value;
    }
}
