package io.agent33.sync.core.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredPrintTest {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    @Test
    void aPlanInYamlHasTheDocumentedKeys() {
        assertThat(print(Samples.plan(), OutputFormat.YAML)).isEqualTo(golden("plan.yaml"));
    }

    @Test
    void aPlanInJsonHasTheDocumentedKeys() {
        assertThat(print(Samples.plan(), OutputFormat.JSON)).isEqualTo(golden("plan.json"));
    }

    @Test
    void aReportInYamlHasTheDocumentedKeys() {
        assertThat(print(Samples.report(), OutputFormat.YAML)).isEqualTo(golden("report.yaml"));
    }

    @Test
    void yamlAndJsonAreOneDataModel() throws IOException {
        assertThat(YAML.readTree(print(Samples.plan(), OutputFormat.YAML)))
                .isEqualTo(JSON.readTree(print(Samples.plan(), OutputFormat.JSON)));
        assertThat(YAML.readTree(print(Samples.report(), OutputFormat.YAML)))
                .isEqualTo(JSON.readTree(print(Samples.report(), OutputFormat.JSON)));
    }

    @Test
    void overallIsPassOnlyIfEveryCheckPassed() throws IOException {
        JsonNode plan = JSON.readTree(print(Samples.plan(), OutputFormat.JSON));

        assertThat(plan.at("/sync_plan/rules/4/sync_validation/overall").asText())
                .isEqualTo("warn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no",
                "Yes",
                "null",
                "~",
                "012",
                "1.10",
                "1e3",
                "0x1F",
                ".inf",
                "2026-01-30",
                "12:30:45",
                "a: b",
                "a #b",
                "- a",
                "*alias",
                "&anchor",
                "!tag",
                "%directive",
                "@at",
                "`tick",
                "{a}",
                "[a]",
                "'a'",
                "\"a\"",
                "a\\b",
                "---",
                "...",
                "<<",
                "=",
                "a\n",
                "a\n\n",
                "\na",
                " a\nb",
                "a\n b\n",
                "a \nb",
                "a\r\nb",
                "a\rb",
                "a\tb\n",
                "a\n---\nb",
                "a\n...\n",
                "a\n# b\n",
                "\u0000",
                "\u001b[31m",
                "\u0085",
                "\u2028a\nb",
                "\ufeffa",
                "a\n\ufeffb",
                "\ud83d\ude80 rocket\nand\n",
                "\u202e",
                "\ue000",
                "trailing  "
            })
    void anyTextReadsBackAsItWas(String text) {
        assertReadsBack(text);
    }

    @Test
    void generatedTextReadsBackAsItWas() {
        String alphabet = "ab10 \n\r\t:#-'\"\\{}[]*&!|>%@`,?~=.\u0000\u001b\u0085\u00a0\u2028\u2029\ufeff\u202eäλ語";
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertReadsBack(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "Yes", "ON", "off", "y", "N", "true", "False", "null", "NULL"})
    void wordsThatAreNotTextToSomeReadersAreQuoted(String word) {
        var plan = new SyncPlan(SyncTrigger.release(word), List.of(), List.of(), "0");

        assertThat(print(plan, OutputFormat.YAML)).contains("reference: \"" + word + "\"\n");
    }

    private static void assertReadsBack(String text) {
        var objection = Objection.of(text, text, text, text, text);
        var report = new SyncReport(
                SyncTrigger.release(text),
                List.of(new RuleResult("a", Samples.WEBAPP, new RuleOutcome.Skipped(text))),
                List.of(objection),
                Instant.EPOCH);
        for (OutputFormat format : List.of(OutputFormat.JSON, OutputFormat.YAML)) {
            try {
                ObjectMapper mapper = format == OutputFormat.JSON ? JSON : YAML;
                JsonNode read = mapper.readTree(print(report, format)).get("sync_report");
                for (String place : List.of("/trigger/reference", "/rules/0/reason", "/objections/0/found")) {
                    JsonNode value = read.at(place);
                    assertThat(value.isTextual())
                            .as("%s is text in %s: %s", place, format, text)
                            .isTrue();
                    assertThat(value.textValue()).as("%s in %s", place, format).isEqualTo(text);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot be read back from " + format + ": " + text, e);
            }
        }
    }

    @Test
    void aBodyOfSeveralLinesStaysReadableInYaml() {
        var proposal = Samples.proposal(Optional.empty(), "## Title\n\n- a: *b*\n", Samples.edits());

        assertThat(print(new SyncPlan(SyncTrigger.due(), List.of(proposal), List.of(), "0"), OutputFormat.YAML))
                .contains("      body: |\n        ## Title\n\n        - a: *b*\n");
    }

    private static String print(SyncPlan plan, OutputFormat format) {
        var out = new StringBuilder();
        PlanPrinter.reading(repository -> new Contents()).print(plan, format, out);
        return out.toString();
    }

    private static String print(SyncReport report, OutputFormat format) {
        var out = new StringBuilder();
        new ReportPrinter().print(report, format, out);
        return out.toString();
    }

    private static String golden(String name) {
        try (InputStream in = StructuredPrintTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
