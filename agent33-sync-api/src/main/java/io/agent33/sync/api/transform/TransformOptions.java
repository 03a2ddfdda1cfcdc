package io.agent33.sync.api.transform;

import io.agent33.sync.api.error.Objection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a rule says to a transform, asked for by name. Whatever is asked for is known; what is wrong with it is collected and
 * not thrown. Not thread-safe.
 */
public final class TransformOptions {
    private final Map<String, Object> values;
    private final Set<String> known = new TreeSet<>();
    private final List<Objection> objections = new ArrayList<>();

    /** @param values texts, truth values, lists and mappings of these */
    public TransformOptions(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** A text that the rule must give; empty if it does not, which is an objection. */
    public String text(String option) {
        Optional<String> given = optionalText(option);
        if (given.isEmpty() && !values.containsKey(option)) {
            refuse("missing-key", option, "text", "no such key", "add " + option);
        }
        return given.orElse("");
    }

    /** A text that the rule may give. */
    public Optional<String> optionalText(String option) {
        return value(option, String.class, "text");
    }

    /** A truth value; {@code false} if the rule does not give it. */
    public boolean flag(String option) {
        return value(option, Boolean.class, "true or false").orElse(false);
    }

    /** A list of texts; empty if the rule does not give it. */
    public List<String> texts(String option) {
        List<?> list = value(option, List.class, "a list of texts").orElse(List.of());
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String)) {
                refuse("wrong-type", option + "[" + i + "]", "text", String.valueOf(list.get(i)), "");
            }
        }
        return list.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** A mapping of names to texts; empty if the rule does not give it. */
    public Map<String, String> mapping(String option) {
        Map<String, String> texts = new TreeMap<>();
        Map<?, ?> given =
                value(option, Map.class, "a mapping of names to texts").orElse(Map.of());
        given.forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(String.valueOf(name), text);
            } else {
                refuse("wrong-type", option + "." + name, "text", String.valueOf(value), "");
            }
        });
        return texts;
    }

    /** All of them as they are, for a transform that takes whatever it gets; all are known then. */
    public Map<String, Object> all() {
        known.addAll(values.keySet());
        return values;
    }

    /**
     * Objects to what was given.
     *
     * @param code a stable kebab-case name of the kind of problem
     * @param option its name, or a key's path below it: {@code terms[2]}
     */
    public void refuse(String code, String option, String expected, String found, String remedy) {
        objections.add(Objection.of(code, option, expected, found, remedy));
    }

    /** The names of all that was asked for. */
    public Set<String> known() {
        return Set.copyOf(known);
    }

    /** What is wrong, in the order in which it was found; the subject is the option's name. */
    public List<Objection> objections() {
        return List.copyOf(objections);
    }

    private <T> Optional<T> value(String option, Class<T> type, String expected) {
        known.add(option);
        Object value = values.get(option);
        if (value != null && !type.isInstance(value)) {
            refuse("wrong-type", option, expected, String.valueOf(value), "");
            return Optional.empty();
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
