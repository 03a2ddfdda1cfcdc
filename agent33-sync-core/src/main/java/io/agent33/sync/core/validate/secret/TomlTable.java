package io.agent33.sync.core.validate.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.core.text.Excerpt;
import io.agent33.sync.core.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A table of a TOML file, read key by key; whatever is wrong is collected with its line. */
final class TomlTable {
    private static final int MAX_PATTERN = 20_000;
    private static final int MAX_PROGRAM = 50_000;

    private final JsonNode node;
    private final String path;
    private final String file;
    private final TomlPlaces places;
    private final List<Objection> objections;
    private final TreeSet<String> known = new TreeSet<>();

    /** @param path the table's, empty for the file itself */
    TomlTable(JsonNode node, String path, String file, TomlPlaces places, List<Objection> objections) {
        this.node = node;
        this.path = path;
        this.file = file;
        this.places = places;
        this.objections = objections;
    }

    String text(String key) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isTextual()) {
            object(key, "wrong-type", "a text", kindOf(value), "");
        }
        return value.isTextual() ? value.textValue() : "";
    }

    boolean flag(String key) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            object(key, "wrong-type", "true or false", kindOf(value), "");
        }
        return value.booleanValue();
    }

    double number(String key) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && (!value.isNumber() || value.doubleValue() < 0)) {
            object(key, "wrong-type", "a number from 0", kindOf(value), "");
        }
        return value.isNumber() ? Math.max(0, value.doubleValue()) : 0;
    }

    List<String> texts(String key) {
        JsonNode value = value(key);
        List<String> texts = new ArrayList<>();
        if (!value.isMissingNode() && !value.isArray()) {
            object(key, "wrong-type", "a list of texts", kindOf(value), "write [\"…\"]");
        }
        for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
            if (item.isTextual() && !item.textValue().isEmpty()) {
                texts.add(item.textValue());
            } else {
                object(key, "wrong-type", "a list of texts that are not empty", kindOf(item), "");
            }
        }
        return texts;
    }

    Optional<Pattern> pattern(String key) {
        String text = text(key);
        return text.isEmpty() ? Optional.empty() : compiled(key, text);
    }

    List<Pattern> patterns(String key) {
        return texts(key).stream().flatMap(text -> compiled(key, text).stream()).toList();
    }

    private Optional<Pattern> compiled(String key, String text) {
        if (text.length() > MAX_PATTERN) {
            object(
                    key,
                    "too-large",
                    "a pattern of at most " + MAX_PATTERN + " characters",
                    String.valueOf(text.length()),
                    "");
            return Optional.empty();
        }
        try {
            Pattern pattern = Pattern.compile(text);
            if (pattern.programSize() > MAX_PROGRAM) {
                object(key, "too-large", "a pattern that repeats less", Excerpt.quoted(text), "use smaller counts");
                return Optional.empty();
            }
            return Optional.of(pattern);
        } catch (PatternSyntaxException e) {
            object(key, "bad-pattern", "a regular expression of RE2", Excerpt.message(e), "");
            return Optional.empty();
        }
    }

    Optional<TomlTable> table(String key) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isObject()) {
            object(key, "wrong-type", "a table", kindOf(value), "write [" + under(key) + "]");
        }
        return value.isObject() ? Optional.of(below(value, under(key))) : Optional.empty();
    }

    List<TomlTable> tables(String key) {
        JsonNode value = value(key);
        List<TomlTable> tables = new ArrayList<>();
        boolean all = value.isMissingNode() || value.isArray();
        for (int i = 0; all && i < value.size(); i++) {
            all = value.get(i).isObject();
            tables.add(below(value.get(i), under(key) + "[" + i + "]"));
        }
        if (!all) {
            object(key, "wrong-type", "a list of tables", kindOf(value), "write [[" + key + "]] for each");
            return List.of();
        }
        return tables;
    }

    private TomlTable below(JsonNode table, String where) {
        return new TomlTable(table, where, file, places, objections);
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** Objects to what was never asked for. */
    void nothingElse() {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                object(key, "unknown-key", "", "a key that the format does not have", NearestName.question(key, known));
            }
        });
    }

    void unsupported(String key, String remedy) {
        if (!value(key).isMissingNode()) {
            object(key, "unsupported", "", "a feature that is not supported", remedy);
        }
    }

    void object(String key, String code, String expected, String found, String remedy) {
        String subject = key.isEmpty() ? path : under(key);
        Objection objection =
                Objection.of(code, Excerpt.of(subject.isEmpty() ? "the file" : subject), expected, found, remedy);
        objections.add(objection.at(new Location(file, places.lineOf(subject), 0)));
    }

    private String under(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The format's reader does not tell small from capital letters in keys. */
    private JsonNode value(String key) {
        known.add(key);
        if (node.has(key)) {
            return node.path(key);
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (entry.getKey().equalsIgnoreCase(key)) {
                known.add(entry.getKey());
                return entry.getValue();
            }
        }
        return node.path(key);
    }

    private static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.textValue().isEmpty() ? "an empty text" : "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "a table";
            default -> "something else";
        };
    }
}
