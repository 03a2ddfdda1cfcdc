package io.agent33.sync.core.rule;

import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.core.text.Excerpt;
import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of {@code transforms}: one key each, with {@code true} or a mapping of options. */
final class TransformFormat {
    private static final TransformStep STAND_IN = new TransformStep(BuiltInTransform.STAMP_VERSION.key(), Map.of());

    private TransformFormat() {}

    static void read(SyncRuleBuilder rule, Field field) {
        field.items("one transform and its options")
                .forEach(item -> rule.addTransform(step(item).orElse(STAND_IN)));
    }

    private static Optional<TransformStep> step(Field item) {
        Optional<String> bareName = Field.textOf(item.node());
        if (bareName.isPresent()) {
            return item.refused(
                    Codes.WRONG_TYPE,
                    "one transform and its options",
                    item.shown(),
                    "write " + Excerpt.of(bareName.get()) + ": true");
        }
        Optional<YamlMapping> mapping = item.mapping();
        if (mapping.isPresent() && mapping.get().entries().size() != 1) {
            return item.refused(
                    Codes.WRONG_TYPE,
                    "one key: the transform's name",
                    mapping.get().entries().size() + " keys",
                    "start each transform with a dash, and indent its options deeper than its name");
        }
        return mapping.flatMap(only -> step(item, only.entries().get(0)));
    }

    private static Optional<TransformStep> step(Field item, YamlMapping.Entry entry) {
        Field value = item.of(entry, "true, or a mapping of options");
        Optional<Map<String, Object>> options = options(value);
        String name = entry.key().text();
        // What is known to need options would only be told so a second time.
        return options.isEmpty() && BuiltInTransform.named(name).isPresent()
                ? Optional.empty()
                : Optional.of(new TransformStep(name, options.orElse(Map.of())));
    }

    private static Optional<Map<String, Object>> options(Field value) {
        Optional<Boolean> flag = value.scalar().flatMap(scalar -> scalar.asBoolean());
        if (flag.isPresent() && flag.get()) {
            return Optional.of(Map.of());
        }
        if (value.node() instanceof YamlMapping mapping) {
            return Optional.of(map(value, mapping));
        }
        String remedy = flag.isPresent() ? "delete the item" : value.truthRemedy();
        return value.refused(Codes.WRONG_TYPE, value.expected(), value.shown(), remedy);
    }

    private static Map<String, Object> map(Field field, YamlMapping mapping) {
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries()
                .forEach(entry -> option(field.of(entry, "a value"))
                        .ifPresent(value -> values.put(entry.key().text(), value)));
        return Map.copyOf(values);
    }

    private static Optional<Object> option(Field field) {
        if (field.node() instanceof YamlMapping mapping) {
            return Optional.of(map(field, mapping));
        }
        if (field.node() instanceof YamlSequence) {
            return Optional.of(list(field));
        }
        Optional<Boolean> flag = field.scalar().flatMap(scalar -> scalar.asBoolean());
        return flag.isPresent() ? Optional.of(flag.get()) : field.text().map(Object.class::cast);
    }

    private static List<Object> list(Field field) {
        return field.items("a value").stream()
                .map(TransformFormat::option)
                .flatMap(Optional::stream)
                .toList();
    }
}
