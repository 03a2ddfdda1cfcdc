package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check of data and schemas: what is wrong, and whose fault it is (S7). */
class SchemaCheckTest {
    private static final String SCHEMA =
            "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"required\": [\"name\"]}\n";

    private final World world = new World();

    private void release(String version, String... filesAndContents) {
        var commit = world.upstream.commit(version);
        for (int i = 0; i < filesAndContents.length; i += 2) {
            commit.file(filesAndContents[i], filesAndContents[i + 1]);
        }
        commit.tag(version);
    }

    private static CheckResult result(SyncReport report) {
        return report.results().get(0).validation().orElseThrow().checks().stream()
                .filter(check -> check.isOf(Check.SCHEMA_CHECK))
                .findFirst()
                .orElseThrow();
    }

    private CheckResult result() {
        return result(world.run());
    }

    private static String block(String language, String code) {
        return "# T\n\n```" + language + "\n" + code + "\n```\n";
    }

    private SyncReport runReplacing(String old, String by) {
        world.rules(World.rule("docs")
                .addTransform(new TransformStep("replace", Map.of()))
                .build());
        return world.engine()
                .transform("replace", TransformProvider.of((document, context) -> {
                    int at = document.text().indexOf(old);
                    return at < 0 ? document : document.replace(at, at + old.length(), by);
                }))
                .build()
                .run();
    }

    private static void assertFindings(CheckResult result, CheckStatus status, String... findings) {
        assertThat(result.findings()).extracting(Finding::toString).containsExactly(findings);
        assertThat(result.status()).isEqualTo(status);
    }

    @Test
    void soundSchemasAndInstancesPassAndAreCounted() {
        release(
                "v1.0.0",
                "core/s.json",
                SCHEMA,
                "core/i.json",
                "{\"$schema\": \"s.json\", \"name\": 1}",
                "core/a.md",
                block("yaml", "# yaml-language-server: $schema=core/s.json\nname: x"),
                "core/b.bin",
                "\0{");

        assertThat(result()).isEqualTo(new CheckResult(Check.SCHEMA_CHECK, CheckStatus.PASS, "3 schemas validated"));
    }

    @Test
    void aPlaceholderThatNeverParsedIsANote() {
        release("v1.0.0", "core/a.md", block("json", "{\"a\": ...}"));

        assertFindings(
                result(),
                CheckStatus.PASS,
                "docs/a.md:4:7: it does not parse: the character '.', and never did [syntax-placeholder]");
    }

    @Test
    void aFileThatIsBrokenUpstreamBlocks() {
        release("v1.0.0", "core/a.yaml", "a: [1\n");

        SyncReport report = world.run();

        assertThat(World.codes(report)).containsExactly("syntax-upstream");
        assertThat(result(report).findings())
                .singleElement()
                .asString()
                .endsWith("nor does it upstream; mend it upstream [syntax-upstream]");
        assertThat(result(report).details()).isEqualTo("0 schemas validated, 1 problem");
    }

    @Test
    void aRuleCanLetItPassWithAWarning() {
        release("v1.0.0", "core/a.yaml", "a: [1\n");
        world.rules(World.rule("docs")
                .validation(Validation.defaults().with(Check.SCHEMA_CHECK, Severity.WARN))
                .build());

        SyncReport report = world.run();

        assertThat(World.only(report)).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(result(report).status()).isEqualTo(CheckStatus.WARN);
    }

    @Test
    void aBlockThatParsedBeforeATransformMustParseAfterIt() {
        release("v1.0.0", "core/a.md", block("json", "{\"a\": 1}") + block("json", "{ ... }"));

        SyncReport report = runReplacing("1}", "1");

        assertFindings(
                result(report),
                CheckStatus.FAIL,
                "docs/a.md:5:1: it does not parse: the end of the text too early, but did upstream; "
                        + "mend the rule's transforms [syntax-broken]",
                "docs/a.md:9:3: it does not parse: the character '.', and never did [syntax-placeholder]");
    }

    @Test
    void aPlaceholderThatATransformChangesIsStillOne() {
        release("v1.0.0", "core/a.md", block("json", "{\"a\": <core/b>}"));

        assertThat(result(runReplacing("core/b", "docs/b")).status()).isEqualTo(CheckStatus.PASS);
    }

    @Test
    void aMergeThatBreaksAFileBlocks() {
        release("v1.0.0", "core/a.json", "{\n\"a\": 1,\n\"b\": 2,\n\"c\": 3,\n\"d\": 4\n}\n");
        world.syncAndMerge();
        world.webapp().commit("mine").file("docs/a.json", "{\n\"a\": 1,\n\"b\": 2,\n\"c\": 3,\n\"d\": 4,\n}\n");
        release("v1.1.0", "core/a.json", "{\n\"z\": 0,\n\"a\": 1,\n\"b\": 2,\n\"c\": 3,\n\"d\": 4\n}\n");

        SyncReport report = world.run();

        assertThat(World.codes(report)).containsExactly("syntax-broken");
        assertThat(result(report).findings()).singleElement().asString().contains("mend the local change");
    }

    @Test
    void whatTheDownstreamAddsToADocumentIsItsOwn() {
        release("v1.0.0", "core/a.md", "# T\n\nx\n");
        world.syncAndMerge();
        world.webapp().commit("mine").file("docs/a.md", "# T\n\nx\n\n" + block("json", "{ ... }"));
        release("v1.1.0", "core/a.md", "# Title\n\nx\n");

        assertThat(result().findings()).extracting(Finding::code).containsExactly("syntax-placeholder");
    }

    @Test
    void aSchemaOrAnInstanceThatIsWrongUpstreamIsToldFromOneThatTheSyncBroke() {
        release(
                "v1.0.0",
                "core/s.json",
                SCHEMA.replace("[\"name\"]", "7"),
                "core/t.json",
                SCHEMA,
                "core/i.json",
                "{\"$schema\": \"t.json\"}",
                "core/j.json",
                "{\"$schema\": \"t.json\",\n\"name\": 1}");

        SyncReport report = runReplacing("\"name\": 1", "\"nome\": 1");

        assertFindings(
                result(report),
                CheckStatus.FAIL,
                "docs/i.json:1:1: not as its schema has it: required property 'name' not found, as upstream; "
                        + "mend it upstream [instance-upstream]",
                "docs/j.json:1:1: not as its schema has it: required property 'name' not found, unlike upstream; "
                        + "mend the rule's transforms [instance-broken]",
                "docs/s.json:1:68: no valid schema: /required integer found, array expected, as upstream; "
                        + "mend it upstream [schema-upstream]");
    }

    @Test
    void anAcceptedFindingIsNamedByItsPointerOrItsCode() {
        release("v1.0.0", "core/s.json", SCHEMA.replace("[\"name\"]", "7"), "core/a.yaml", "a: [1\n");
        world.rules(World.rule("docs")
                .validation(Validation.defaults()
                        .allowing(List.of(
                                new Acceptance(Check.SCHEMA_CHECK, "docs/s.json", "/required", "known"),
                                new Acceptance(Check.SCHEMA_CHECK, "docs/a.yaml", "syntax-upstream", "known"))))
                .build());

        CheckResult result = result();

        assertThat(result.status()).isEqualTo(CheckStatus.PASS);
        assertThat(result.accepted()).hasSize(2);
    }

    @Test
    void aFileWithConflictMarkersIsPassedOverAndNamed() {
        release("v1.0.0", "core/a.json", "{\"a\": 1}\n");
        world.syncAndMerge();
        world.webapp().commit("mine").file("docs/a.json", "{\"a\": 2}\n");
        release("v1.1.0", "core/a.json", "{\"a\": 3}\n");

        CheckResult result = result();

        assertThat(result.status()).isEqualTo(CheckStatus.WARN);
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.where().file()).isEqualTo("docs/a.json");
            assertThat(finding.message()).contains("its schemas are not checked");
        });
    }

    @Test
    void aSchemaThatIsDeliveredElsewhereIsFoundUpstreamOrInTheTarget() {
        release(
                "v1.0.0",
                "schemas/s.json",
                SCHEMA,
                "core/i.json",
                "{\"$schema\": \"../schemas/s.json\"}",
                "core/j.json",
                "{\"$schema\": \"local.json\"}");
        world.webapp().commit("mine").file("docs/local.json", "{\"required\": [\"mine\"]}");

        assertThat(result().findings())
                .extracting(Finding::message)
                .satisfiesExactly(
                        upstream -> assertThat(upstream).contains("'name'"),
                        target -> assertThat(target).contains("'mine'", "unlike upstream"));
    }
}
