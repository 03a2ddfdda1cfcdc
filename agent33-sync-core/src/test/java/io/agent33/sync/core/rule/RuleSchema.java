package io.agent33.sync.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.agent33.sync.api.rule.SyncRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** The published JSON Schema, and documents as an editor sees them: read by someone else's reader. */
final class RuleSchema {
    /** Codes of what a schema can know: keys, types and enumerated values. */
    static final Set<String> STRUCTURAL =
            Set.of(Codes.UNKNOWN_KEY, Codes.MISSING_KEY, Codes.WRONG_TYPE, Codes.UNKNOWN_VALUE);

    private static final YAMLMapper EDITOR = YAMLMapper.builder(new YAMLFactory())
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    private static final Schema SCHEMA = load();

    private RuleSchema() {}

    static JsonNode node() {
        return SCHEMA.getSchemaNode();
    }

    /** What the schema objects to; empty if it accepts. */
    static List<String> complaints(JsonNode document) {
        return SCHEMA.validate(document).stream().map(Error::toString).toList();
    }

    /** The documents of a text that hold something. */
    static List<JsonNode> documents(String text) {
        return allDocuments(text).stream()
                .filter(document -> !document.isNull() && !document.isMissingNode())
                .toList();
    }

    /** All documents of a text. */
    static List<JsonNode> allDocuments(String text) {
        try (MappingIterator<JsonNode> documents =
                EDITOR.readerFor(JsonNode.class).readValues(text)) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema load() {
        try (InputStream schema = SyncRule.class.getResourceAsStream("/io/agent33/sync/rule.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
