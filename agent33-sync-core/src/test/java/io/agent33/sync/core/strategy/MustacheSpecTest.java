package io.agent33.sync.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.samskivert.mustache.MustacheException;
import io.agent33.sync.core.suite.Suite;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The published Mustache specification against the engine below our templates. What differs is named here; what templates of
 * rules may not do in the first place (partials, names that are not there) is checked before this engine sees them.
 */
@Tag("corpus")
class MustacheSpecTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theRequiredCasesHoldButForThoseNamed() throws IOException {
        Map<String, String> differing = new TreeMap<>();
        int cases = 0;
        for (var file : Suite.archive("mustache-spec.tar.xz", MustacheSpecTest::isRequired)
                .entrySet()) {
            String topic = file.getKey().replaceAll(".*/|\\.json", "");
            for (JsonNode test : JSON.readTree(file.getValue()).get("tests")) {
                cases++;
                String outcome = outcome(test);
                if (!outcome.equals(test.get("expected").textValue())) {
                    differing.put(topic + ": " + test.get("name").textValue(), outcome);
                }
            }
        }

        assertThat(cases).isEqualTo(136);
        assertThat(differing.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        DIFFERING.values().stream().flatMap(List::stream).toList());
    }

    private static boolean isRequired(String name) {
        return name.endsWith(".json") && name.contains("specs/") && !name.contains("~");
    }

    private static String outcome(JsonNode test) {
        try {
            return Mustaches.render(
                    test.get("template").textValue(), "{{ }}", JSON.convertValue(test.get("data"), Object.class));
        } catch (MustacheException | UnsupportedOperationException | IllegalArgumentException e) {
            return "refused: " + e.getMessage();
        }
    }

    /** By the reason why they differ. */
    private static final Map<String, List<String>> DIFFERING = Map.of(
            "Blanks round new delimiters are refused by the library.",
            List.of(
                    "delimiters: Inverted Sections",
                    "delimiters: Pair with Padding",
                    "delimiters: Partial Inheritence",
                    "delimiters: Sections",
                    "delimiters: Standalone Line Endings"),
            "There are no partials.",
            List.of(
                    "delimiters: Post-Partial Behavior",
                    "partials: Basic Behavior",
                    "partials: Context",
                    "partials: Failed Lookup",
                    "partials: Inline Indentation",
                    "partials: Nested",
                    "partials: Padding Whitespace",
                    "partials: Recursion",
                    "partials: Standalone Indentation",
                    "partials: Standalone Line Endings",
                    "partials: Standalone Without Newline",
                    "partials: Standalone Without Previous Line",
                    "partials: Surrounding Whitespace"),
            "What is not there is an error, and not an empty text.",
            List.of(
                    "interpolation: Ampersand Context Miss Interpolation",
                    "interpolation: Ampersand Null Interpolation",
                    "interpolation: Basic Context Miss Interpolation",
                    "interpolation: Basic Null Interpolation",
                    "interpolation: Triple Mustache Context Miss Interpolation",
                    "interpolation: Triple Mustache Null Interpolation",
                    "inverted: Context Misses",
                    "sections: Context Misses"),
            "Variables are texts, whose names have no dots.",
            List.of(
                    "interpolation: Dotted Names - Broken Chain Resolution",
                    "interpolation: Dotted Names - Broken Chains",
                    "interpolation: Dotted Names - Context Precedence",
                    "interpolation: Dotted Names - No Masking",
                    "interpolation: Dotted Names are never single keys",
                    "inverted: Dotted Names - Broken Chains",
                    "sections: Dotted Names - Broken Chains"),
            "What is delivered is seldom HTML.",
            List.of(
                    "interpolation: HTML Escaping",
                    "interpolation: Implicit Iterators - HTML Escaping",
                    "sections: Implicit Iterator - HTML Escaping"));
}
