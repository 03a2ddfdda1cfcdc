package io.agent33.sync.core.rule;

import io.agent33.sync.core.text.Excerpt;
import io.agent33.sync.core.text.NearestName;
import io.agent33.sync.core.yaml.YamlMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The keys that one mapping of the format may have, and what each does to the thing that is being built. Complete
 * once it is shared.
 *
 * @param <T> what is built
 */
final class Shape<T> {
    private final Map<String, Key<T>> keys = new LinkedHashMap<>();

    private record Key<T>(String expected, boolean isRequired, BiConsumer<T, Field> reading) {}

    /** A key that must be there. */
    Shape<T> required(String key, String expected, BiConsumer<T, Field> reading) {
        keys.put(key, new Key<>(expected, true, reading));
        return this;
    }

    /** A key that may be left out. */
    Shape<T> optional(String key, String expected, BiConsumer<T, Field> reading) {
        keys.put(key, new Key<>(expected, false, reading));
        return this;
    }

    /** Builds from a field that should be such a mapping; objects to keys that are unknown or missing. */
    void read(T built, Field field) {
        field.mapping().ifPresent(mapping -> {
            mapping.entries().forEach(entry -> readEntry(built, field, entry));
            keys.forEach((name, key) -> {
                if (key.isRequired && mapping.entry(name).isEmpty()) {
                    at(field, name).refused(Codes.MISSING_KEY, key.expected, "no such key", "add " + name);
                }
            });
        });
    }

    private void readEntry(T built, Field field, YamlMapping.Entry entry) {
        String name = entry.key().text();
        Key<T> key = keys.get(name);
        if (key != null) {
            key.reading.accept(built, field.of(entry, key.expected));
            return;
        }
        String question = NearestName.question(name, keys.keySet());
        field.of(entry, "")
                .refused(
                        Codes.UNKNOWN_KEY,
                        Names.choice(keys.keySet()),
                        Excerpt.quoted(name),
                        question.isEmpty() ? "delete it" : question);
    }

    /** What would be found under a key that is not there. */
    private static Field at(Field field, String name) {
        String path = field.path().isEmpty() ? name : field.path() + "." + name;
        return new Field(field.node(), path, "", field.binding());
    }
}
