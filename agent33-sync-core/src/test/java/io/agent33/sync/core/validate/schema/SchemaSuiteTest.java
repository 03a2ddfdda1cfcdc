package io.agent33.sync.core.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.suite.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The required cases of the published JSON Schema suite as files that name their schemas: each schema is a file beside the instance, and the
 * instance is YAML, which JSON is too, with a comment that names it. What the suite has on a server of its own lies in the same tree here,
 * by the address that files have: a check asks no server ({@code SchemaCheckTest}).
 */
@Tag("corpus")
class SchemaSuiteTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> DRAFTS = Map.of(
            "draft4", "http://json-schema.org/draft-04/schema#",
            "draft6", "http://json-schema.org/draft-06/schema#",
            "draft7", "http://json-schema.org/draft-07/schema#",
            "draft2019-09", "https://json-schema.org/draft/2019-09/schema",
            "draft2020-12", "https://json-schema.org/draft/2020-12/schema");

    private final DataReader reader = new DataReader(LinkReader.keepingNothing());
    private final Map<String, String> remotes = new HashMap<>();
    private final Set<String> differing = new TreeSet<>();
    private int cases;

    @Test
    void theRequiredCasesHold() throws IOException {
        Suite.archive("json-schema-test-suite.tar.xz", name -> name.contains("remotes/"))
                .forEach((name, content) -> remotes.put(
                        name.substring(name.indexOf("remotes/") + "remotes/".length()),
                        here(new String(content, StandardCharsets.UTF_8))));
        for (Map.Entry<String, byte[]> file : Suite.archive(
                        "json-schema-test-suite.tar.xz", SchemaSuiteTest::isRequired)
                .entrySet()) {
            String name = file.getKey().substring(file.getKey().indexOf("tests/") + "tests/".length());
            String draft = name.substring(0, name.indexOf('/'));
            for (JsonNode group : JSON.readTree(file.getValue())) {
                String schema = schema(group.get("schema"), DRAFTS.get(draft));
                for (JsonNode test : group.get("tests")) {
                    cases++;
                    String verdict = verdict(schema, test.get("data"));
                    if (!verdict.equals(test.get("valid").asBoolean() ? "valid" : "invalid")) {
                        differing.add(name + ": " + group.get("description").textValue() + ": "
                                + test.get("description").textValue() + ": " + verdict);
                    }
                }
            }
        }

        assertThat(cases).isEqualTo(4_942);
        assertThat(differing)
                .as("but a remote that names no draft, and is of draft 4 only by what refers to it")
                .hasSize(2)
                .allMatch(test ->
                        test.startsWith("draft4/refRemote.json: Location-independent identifier in remote ref: "));
    }

    private static String here(String text) {
        return text.replace("http://localhost:1234/", "https://here.invalid/0/");
    }

    private static boolean isRequired(String name) {
        return name.contains("tests/draft") && name.endsWith(".json") && !name.contains("/optional/");
    }

    /** Most cases do not say of which draft they are. */
    private static String schema(JsonNode schema, String draft) {
        if (schema instanceof ObjectNode object && !object.has("$schema")) {
            ObjectNode named = JSON.createObjectNode().put("$schema", draft);
            named.setAll(object);
            return here(named.toString());
        }
        return here(schema.toString());
    }

    private String verdict(String schema, JsonNode data) {
        SchemaFiles files = new SchemaFiles(List.of(new SchemaFiles.Tree(
                "core",
                path -> path.equals("core/schema.json")
                        ? Optional.of(schema)
                        : Optional.ofNullable(remotes.get(path)))));
        DataText text = reader.read("data.yaml", "# yaml-language-server: $schema=schema.json\n" + data + "\n");
        Judgement judgement = Judgement.of(text, Optional::empty, files, files);
        return judgement.faults().stream()
                .map(fault -> fault.trouble().kind() == Trouble.Kind.INSTANCE
                        ? "invalid"
                        : fault.trouble().kind() + " " + fault.trouble().message())
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElse(judgement.validated() == 1 ? "valid" : "not validated");
    }
}
