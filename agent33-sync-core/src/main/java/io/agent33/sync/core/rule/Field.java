package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.core.text.Excerpt;
import io.agent33.sync.core.text.NearestName;
import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlNode;
import io.agent33.sync.core.yaml.YamlScalar;
import io.agent33.sync.core.yaml.YamlSequence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One value of a rule and its key's path. Asking it for what it is not gives nothing and leaves an objection.
 *
 * @param node the value
 * @param path as in {@code sync_rule.filters.include[0]}
 * @param expected what stands there in a good rule
 * @param binding of the document
 */
record Field(YamlNode node, String path, String expected, Binding binding) {
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+]?[0-9.][0-9_.eE+-]*");

    /** A text, or any other single value as it was written. */
    Optional<String> text() {
        return text(expected);
    }

    private Optional<String> text(String wanted) {
        Optional<String> text = textOf(node);
        if (text.isPresent()) {
            return text;
        }
        String remedy = node instanceof YamlScalar ? "write a value, or delete the key" : "";
        return refused(Codes.WRONG_TYPE, wanted, shown(), remedy);
    }

    static Optional<String> textOf(YamlNode node) {
        return node instanceof YamlScalar scalar && !scalar.isNothing() ? Optional.of(scalar.text()) : Optional.empty();
    }

    Optional<Boolean> flag() {
        Optional<Boolean> value = scalar().flatMap(YamlScalar::asBoolean);
        return value.isPresent() ? value : refused(Codes.WRONG_TYPE, "true or false", shown(), truthRemedy());
    }

    /** What to write for a truth value in quotes, or for a word that YAML 1.1 took for one. */
    String truthRemedy() {
        String word =
                scalar().map(scalar -> scalar.text().toLowerCase(Locale.ROOT)).orElse("");
        return switch (word) {
            case "true", "false" -> "write it in lower case, without quotes";
            case "yes", "on" -> "write true";
            case "no", "off" -> "write false";
            default -> "";
        };
    }

    Optional<Integer> positiveNumber() {
        Optional<Integer> value = scalar().flatMap(YamlScalar::asWholeNumber).filter(number -> number > 0);
        return value.isPresent() ? value : refused(Codes.WRONG_TYPE, expected, shown(), "");
    }

    <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        List<String> names = Names.all(type);
        Optional<String> written = text(Names.choice(names));
        Optional<E> value = written.flatMap(name -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> Names.of(constant).equals(name))
                .findFirst());
        if (value.isEmpty() && written.isPresent()) {
            refused(Codes.UNKNOWN_VALUE, Names.choice(names), shown(), NearestName.question(written.get(), names));
        }
        return value;
    }

    /** The items of a list; no items if it is none. */
    List<Field> items(String expectedItem) {
        if (!(node instanceof YamlSequence sequence)) {
            String remedy = node instanceof YamlScalar scalar && !scalar.isNothing() ? "put it in [ ]" : "";
            refused(Codes.WRONG_TYPE, "a list of " + expected, shown(), remedy);
            return List.of();
        }
        return IntStream.range(0, sequence.items().size())
                .mapToObj(i -> inside("[" + i + "]", sequence.items().get(i), expectedItem))
                .toList();
    }

    Optional<YamlMapping> mapping() {
        return node instanceof YamlMapping mapping
                ? Optional.of(mapping)
                : refused(Codes.WRONG_TYPE, "a mapping: " + expected, shown(), "");
    }

    /** The value of one of its keys. */
    Field of(YamlMapping.Entry entry, String expectedValue) {
        String step = Excerpt.of(entry.key().text());
        Field field = new Field(entry.value(), path.isEmpty() ? step : path + "." + step, expectedValue, binding);
        binding.note(field.path, entry.key().at(), entry.value().at());
        return field;
    }

    /** Leaves an objection and gives nothing. */
    <T> Optional<T> refused(String code, String wanted, String found, String remedy) {
        binding.objections()
                .add(binding.located(
                        Objection.of(code, path.isEmpty() ? "the document" : path, wanted, found, remedy)));
        return Optional.empty();
    }

    /** The value, for a message. */
    String shown() {
        if (node instanceof YamlMapping mapping) {
            return mapping.entries().isEmpty() ? "an empty mapping" : "a mapping";
        }
        if (node instanceof YamlSequence sequence) {
            return sequence.items().isEmpty() ? "an empty list" : "a list";
        }
        return scalar().map(Field::shown).orElse("");
    }

    Optional<YamlScalar> scalar() {
        return node instanceof YamlScalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    private static String shown(YamlScalar scalar) {
        if (scalar.isNothing()) {
            return "nothing";
        }
        boolean isBare = scalar.plain()
                && (scalar.asBoolean().isPresent()
                        || NUMBER_LIKE.matcher(scalar.text()).matches());
        return isBare ? Excerpt.of(scalar.text()) : Excerpt.quoted(scalar.text());
    }

    private Field inside(String step, YamlNode item, String expectedItem) {
        Field field = new Field(item, path + step, expectedItem, binding);
        binding.note(field.path, item.at(), item.at());
        return field;
    }
}
