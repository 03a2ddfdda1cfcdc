package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.TransformStep;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalRuleTest {
    @Test
    void theTextIsTheSameForEver() {
        SyncRule rule = SyncRule.builder("sync-webapp")
                .source("core/**/*.md")
                .targetRepo("org/webapp")
                .targetPath("docs")
                .description("for people")
                .addTransform(new TransformStep("glossary", Map.of("b", "x", "a", true)))
                .addVariable("product", "Webapp \"2\"")
                .maxAgeDays(3)
                .build();

        assertThat(CanonicalRule.of(rule)).isEqualTo("""
                        sync_rule:
                          id: "sync-webapp"
                          source: "core/**/*.md"
                          target_repo: "org/webapp"
                          target_path: "docs/"
                          strategy: "copy"
                          frequency: "manual"
                          filters: {"include": [], "exclude": []}
                          transforms: [{"glossary": {"a": true, "b": "x"}}]
                          validation: {"checksum": "fail", "link_integrity": "fail", "schema_check": "fail", \
                        "secret_scan": "fail", "version_tag": "warn", "allow": []}
                          branch: ""
                          prereleases: false
                          on_drift: "adopt"
                          on_existing: "replace"
                          merge: []
                          variables: {"product": "Webapp \\"2\\""}
                          delimiters: "{{ }}"
                          max_age_days: 3
                          pull_request: {"auto_merge": false, "merge_method": "merge", "labels": [], "reviewers": [], \
                        "draft": false}
                        """);
    }

    @Test
    void theDescriptionIsInTheDocumentAndNotInTheCanonicalText() {
        SyncRule plain = minimal().build();
        SyncRule described = minimal().description("why").build();

        assertThat(CanonicalRule.of(described)).isEqualTo(CanonicalRule.of(plain));
        assertThat(CanonicalRule.yaml(described)).contains("  description: \"why\"\n");
    }

    @Test
    void theOrderOfOptionsIsNoDifference() {
        Map<String, Object> one = new LinkedHashMap<>();
        Map<String, Object> other = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            one.put("k" + i, Map.of("x", "y"));
            other.put("k" + (49 - i), new HashMap<>(Map.of("x", "y")));
        }

        assertThat(CanonicalRule.of(
                        minimal().addTransform(new TransformStep("t", one)).build()))
                .isEqualTo(CanonicalRule.of(
                        minimal().addTransform(new TransformStep("t", other)).build()));
    }

    @Test
    void howAFileIsWrittenIsNoDifference() {
        Path example = Samples.accepted().stream()
                .filter(file -> file.endsWith("specification-example.yaml"))
                .findFirst()
                .orElseThrow();
        SyncRule written = Samples.read(Samples.text(example)).rules().get(0).rule();
        JsonNode asJson = RuleSchema.documents(Samples.text(example)).get(0);

        SyncRule inOneLine = Samples.read(asJson.toString()).rules().get(0).rule();

        assertThat(CanonicalRule.of(inOneLine)).isEqualTo(CanonicalRule.of(written));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyRuleReadsBackEqual(long seed) {
        RandomRules rules = new RandomRules(seed);
        for (int i = 0; i < 200; i++) {
            SyncRule rule = rules.next();
            String yaml = CanonicalRule.yaml(rule);

            RuleSet read = Samples.read(yaml);

            assertThat(read.objections())
                    .as("seed %d, rule %d:%n%s", seed, i, yaml)
                    .isEmpty();
            assertThat(read.rules().get(0).rule())
                    .as("seed %d, rule %d:%n%s", seed, i, yaml)
                    .isEqualTo(rule);
        }
    }

    @Test
    void everyValueStaysOnItsLine() {
        RandomRules rules = new RandomRules(9);
        for (int i = 0; i < 500; i++) {
            assertThat(CanonicalRule.yaml(rules.next()).replace("\n", ""))
                    .as("seed 9, rule %d", i)
                    .matches("[^\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}\\x{feff}]*");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void unequalRulesHaveUnequalTextsAndTheSchemaAcceptsThem(long seed) {
        RandomRules rules = new RandomRules(seed);
        Map<String, SyncRule> seen = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            SyncRule rule = rules.next();
            String yaml = CanonicalRule.yaml(rule);

            assertThat(seen.getOrDefault(yaml, rule))
                    .as("seed %d, rule %d", seed, i)
                    .isEqualTo(rule);
            assertThat(RuleSchema.complaints(RuleSchema.documents(yaml).get(0)))
                    .as("seed %d, rule %d:%n%s", seed, i, yaml)
                    .isEmpty();
            seen.put(yaml, rule);
        }
    }

    private static io.agent33.sync.api.rule.SyncRuleBuilder minimal() {
        return SyncRule.builder("a").source("**").targetRepo("o/r").targetPath("d");
    }
}
