package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.MergeChoice;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The samples mean what the specification and the reference say. */
class ReferenceRuleTest {
    @Test
    void theReferenceMeansThisRule() {
        SyncRule expected = specificationExample()
                .addTransform(new TransformStep("stamp_version", Map.of()))
                .addTransform(new TransformStep("glossary", Map.of("file", "terms.yaml")))
                .validation(Validation.defaults()
                        .allowing(List.of(new Acceptance(
                                Check.SECRET_SCAN,
                                "docs/agent33/orchestrator/EXAMPLES.md",
                                "AKIAIOSFODNN7EXAMPLE",
                                "vendor's documented example"))))
                .addMerge(new MergeChoice("**/*.yaml", "lines"))
                .addVariable("product", "Webapp")
                .changelog("core/CHANGELOG.md")
                .maxAgeDays(14)
                .build();

        assertThat(only("reference.yaml")).isEqualTo(expected);
    }

    @Test
    void theSpecificationsExampleMeansThisRule() {
        assertThat(only("specification-example.yaml"))
                .isEqualTo(specificationExample().build());
    }

    @Test
    void whatIsLeftOutIsTheDefaultOfTheBuilder() {
        assertThat(only("minimal.yaml"))
                .isEqualTo(SyncRule.builder("sync-webapp")
                        .source("core/**")
                        .targetRepo("org/webapp")
                        .targetPath("docs/agent33/")
                        .build());
    }

    @Test
    void theRootIsWrittenAsADot() {
        assertThat(only("root-of-the-downstream.yaml").targetPath()).isEmpty();
    }

    @Test
    void trueIsTheSeverityOfTheSpecificationAndFalseIsOff() {
        Validation validation = rule("severities.yaml", 1).validation();

        assertThat(validation.severities())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Check.CHECKSUM, Severity.OFF,
                        Check.LINK_INTEGRITY, Severity.OFF,
                        Check.SCHEMA_CHECK, Severity.WARN,
                        Check.SECRET_SCAN, Severity.FAIL,
                        Check.VERSION_TAG, Severity.WARN));
    }

    @Test
    void wordsThatOthersTakeForNumbersStayTexts() {
        SyncRule rule = only("words-stay-text.yaml");

        assertThat(rule.id()).isEqualTo("2024");
        assertThat(rule.targetPath()).isEqualTo("1.10/");
        assertThat(rule.branch()).contains("2.0");
        assertThat(rule.description()).isEqualTo("no");
        assertThat(rule.variables())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "answer",
                        "yes",
                        "octal",
                        "012",
                        "version",
                        "1.10",
                        "truth",
                        "true",
                        "quoted",
                        "~",
                        "date",
                        "2026-01-30"));
        assertThat(rule.pullRequest().labels()).containsExactly("on", "1_000", "0x1F");
        assertThat(rule.pullRequest().reviewers()).containsExactly("12");
    }

    @Test
    void optionsOfAHostsTransformKeepTheirShape() {
        List<TransformStep> steps = only("host-transform-options.yaml").transforms();

        assertThat(steps.get(0))
                .isEqualTo(new TransformStep("glossary", Map.of()))
                .isEqualTo(steps.get(1));
        assertThat(steps.get(2).options())
                .isEqualTo(Map.of(
                        "file",
                        "terms.yaml",
                        "strict",
                        true,
                        "limit",
                        "10",
                        "words",
                        List.of("one", "two", List.of("three"), Map.of("four", "4")),
                        "deep",
                        Map.of("deeper", Map.of("deepest", "no"))));
        assertThat(steps.get(4)).isEqualTo(new TransformStep("rewrite_paths", Map.of("from", "core/", "to", "")));
    }

    private static io.agent33.sync.api.rule.SyncRuleBuilder specificationExample() {
        return SyncRule.builder("sync-webapp-orchestrator")
                .source("core/orchestrator/**/*.md")
                .targetRepo("org/webapp")
                .targetPath("docs/agent33/orchestrator/")
                .frequency(Frequency.ON_RELEASE)
                .addInclude("core/orchestrator/*.md")
                .addInclude("core/orchestrator/handoff/*.md")
                .addExclude("core/orchestrator/distribution/**")
                .addTransform(new TransformStep("strip_internal_links", Map.of()))
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", "core/", "to", "docs/agent33/")));
    }

    private static SyncRule only(String sample) {
        return rule(sample, 0);
    }

    private static SyncRule rule(String sample, int index) {
        Path file = Samples.accepted().stream()
                .filter(path -> path.endsWith(sample))
                .findFirst()
                .orElseThrow();
        return Samples.read(Samples.text(file)).rules().get(index).rule();
    }
}
