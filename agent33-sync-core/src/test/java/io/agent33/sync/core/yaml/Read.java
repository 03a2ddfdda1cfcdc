package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Objection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short forms for tests of the reader. */
final class Read {
    static final String FILE = "f.yaml";

    private static final YamlReader READER = new YamlReader(YamlBounds.handwritten());

    private Read() {}

    static List<YamlDocument> documents(String text) {
        return READER.read(FILE, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The root of the only document, with which nothing is wrong. */
    static YamlNode root(String text) {
        List<YamlDocument> documents = documents(text);
        if (documents.size() != 1 || !documents.get(0).objections().isEmpty()) {
            throw new AssertionError("not one sound document: " + documents);
        }
        return documents.get(0).root().orElseThrow();
    }

    /** The value of a key of the only document. */
    static YamlNode value(String text, String key) {
        return ((YamlMapping) root(text)).entry(key).orElseThrow().value();
    }

    static YamlScalar scalar(String text, String key) {
        return (YamlScalar) value(text, key);
    }

    /** What is wrong with all documents: {@code line:column code}. */
    static List<String> problems(String text) {
        return objections(text).stream()
                .map(objection -> objection.where().orElseThrow().toString().substring(FILE.length() + 1) + " "
                        + objection.code())
                .toList();
    }

    static List<Objection> objections(String text) {
        return documents(text).stream()
                .flatMap(document -> document.objections().stream())
                .toList();
    }

    /** A node without places: mappings in braces, lists in brackets, texts in quotes if they had any. */
    static String shape(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> shape(entry.key()) + ": " + shape(entry.value()))
                    .toList()
                    .toString()
                    .replaceFirst("^\\[", "{")
                    .replaceFirst("\\]$", "}");
        }
        if (node instanceof YamlSequence sequence) {
            return sequence.items().stream().map(Read::shape).toList().toString();
        }
        YamlScalar scalar = (YamlScalar) node;
        return scalar.plain() ? scalar.text() : '"' + scalar.text() + '"';
    }
}
