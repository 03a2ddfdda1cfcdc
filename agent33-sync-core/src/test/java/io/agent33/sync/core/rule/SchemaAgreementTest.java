package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.api.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The schema and the reader say the same about keys, types and enumerated values: every value of the complete sample is
 * replaced by values of every kind, every key is misspelt and left out, and both are asked.
 */
class SchemaAgreementTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> KINDS = List.of(
            "null",
            "\"nonsense\"",
            "\"\"",
            "\"true\"",
            "12",
            "0",
            "1.5",
            "true",
            "false",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[\"x\"]",
            "{\"x\": \"y\"}",
            "{\"x\": null}");

    @Test
    void theCompleteSampleNamesEveryKeyOfTheSchema() throws Exception {
        JsonNode rule = reference().get("sync_rule");

        assertThat(rule.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        () -> RuleSchema.node().at("/$defs/rule/properties").fieldNames());
    }

    @Test
    void theSchemaAndTheReaderAgreeOnEveryChange() throws Exception {
        int asked = 0;
        for (Change change : changes(reference(), "")) {
            JsonNode changed = change.apply(reference());
            RuleSet rules = Samples.read(JSON.writeValueAsString(changed));
            List<String> complaints = RuleSchema.complaints(changed);
            boolean structural = Samples.codes(rules).stream().anyMatch(RuleSchema.STRUCTURAL::contains);
            if (structural && !change.leadsToAName()) {
                assertThat(complaints)
                        .as("%s is refused: %s", change, rules.objections())
                        .isNotEmpty();
            }
            if (rules.objections().isEmpty()) {
                assertThat(complaints).as("%s is accepted", change).isEmpty();
            }
            asked++;
        }
        assertThat(asked).isGreaterThan(1_000);
    }

    /** One change at a place, which is a JSON pointer. */
    private record Change(String parent, String key, String what) {
        JsonNode apply(JsonNode root) throws Exception {
            JsonNode at = root.at(parent);
            if (at instanceof ArrayNode array) {
                array.set(Integer.parseInt(key), JSON.readTree(what));
                return root;
            }
            ObjectNode object = (ObjectNode) at;
            JsonNode value = object.remove(key);
            if (what.equals("misspelt")) {
                object.set(key + "zz", value);
            } else if (!what.equals("missing")) {
                object.set(key, JSON.readTree(what));
            }
            return root;
        }

        /** Whether it changes the name of a merge strategy, which hosts may add to. */
        boolean leadsToAName() {
            return parent.startsWith("/sync_rule/merge/") && key.equals("strategy");
        }
    }

    private static JsonNode reference() {
        return RuleSchema.documents(Samples.text(Samples.accepted().stream()
                        .filter(file -> file.endsWith("reference.yaml"))
                        .findFirst()
                        .orElseThrow()))
                .get(0);
    }

    private static List<Change> changes(JsonNode node, String pointer) {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> child : children(node)) {
            Stream<String> kinds =
                    node.isObject() ? Stream.concat(KINDS.stream(), Stream.of("misspelt", "missing")) : KINDS.stream();
            kinds.forEach(kind -> changes.add(new Change(pointer, child.getKey(), kind)));
            changes.addAll(changes(child.getValue(), pointer + "/" + child.getKey()));
        }
        return changes;
    }

    private static List<Map.Entry<String, JsonNode>> children(JsonNode node) {
        List<Map.Entry<String, JsonNode>> children = new ArrayList<>(node.properties());
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            children.add(Map.entry(String.valueOf(i), node.get(i)));
        }
        return children;
    }
}
