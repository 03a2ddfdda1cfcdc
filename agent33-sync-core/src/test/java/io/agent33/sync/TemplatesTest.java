package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The template strategy (S5). */
class TemplatesTest {
    private final World world = new World();
    private final SyncRuleBuilder rule = World.rule("docs").strategy(Strategy.TEMPLATE);

    private SyncReport run(String template) {
        world.upstream.commit("1").file("core/sub/a.md", template).tag("v1.0.0");
        world.rules(rule.build());
        return world.engine()
                .variable("team", "host")
                .variable("product", "host")
                .build()
                .run();
    }

    private String rendered(String template) {
        SyncReport report = run(template);
        assertThat(World.only(report)).as("%s", report).isInstanceOf(RuleOutcome.Proposed.class);
        return world.files(world.webapp().tree("agent33-sync/v1.0.0/docs")).get("docs/sub/a.md");
    }

    private List<Objection> objections(String template) {
        return World.only(run(template)) instanceof RuleOutcome.Blocked blocked ? blocked.objections() : List.of();
    }

    @Test
    void whatIsBuiltInIsThere() {
        assertThat(rendered("{{version}} {{source_path}} {{target_path}} {{target_repo}} {{rule_id}} {{upstream}}\n"))
                .isEqualTo("1.0.0 core/sub/a.md docs/sub/a.md org/webapp docs agent33/agent33\n");
    }

    @Test
    void whatIsNearerTheDownstreamWins() {
        rule.addVariable("product", "rule").addVariable("colour", "rule").addVariable("version", "rule");
        world.webapp()
                .commit("mine")
                .file(".agent33-overrides/.variables.yaml", "colour: 'own & \"<b>\"'\nsize: 012\n");

        assertThat(rendered("{{team}} {{product}} {{colour}} {{{size}}} {{version}}"))
                .isEqualTo("host rule own & \"<b>\" 012 rule");
    }

    @Test
    void sectionsTellWhetherSomethingIsSaid() {
        rule.addVariable("beta", "").addVariable("name", "X");

        assertThat(rendered("{{#beta}}\nno\n{{/beta}}\n{{^beta}}\nyes\n{{/beta}}\n{{#name}}I am {{.}}{{/name}}"))
                .isEqualTo("yes\nI am X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: ${{ github.ref }}\n",
                "${{ a }} {{! not this }}${{ b }}",
                "${{ never closed\n",
                "plain } } { text",
                "\uFEFFbom\r\n",
                "\uE000 private use"
            })
    void whatIsNoTagPassesUntouched(String text) {
        assertThat(rendered(text)).isEqualTo(text.replace("{{! not this }}", ""));
    }

    @Test
    void otherDelimitersLeaveBracesAlone() {
        rule.delimiters("<% %>");

        assertThat(rendered("{{x}} <% version %> ${{ y }} <%! c %>")).isEqualTo("{{x}} 1.0.0 ${{ y }} ");
    }

    @Test
    void aTemplateCanChangeItsDelimiters() {
        assertThat(rendered("{{=<% %>=}}{{x}} <%version%>")).isEqualTo("{{x}} 1.0.0");
    }

    @Test
    void allThatIsWrongIsToldWithItsLine() {
        assertThat(objections("{{verion}}\n{{> header}}\n\n{{#nope}}{{/nope}}\n{{open\nand {{later}}"))
                .extracting(Objection::message)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("core/sub/a.md:1: ")
                                .contains("unknown variable \"verion\"", ".variables.yaml", "version"),
                        second -> assertThat(second)
                                .startsWith("core/sub/a.md:2: ")
                                .contains("partial \"header\""),
                        third -> assertThat(third)
                                .startsWith("core/sub/a.md:4: ")
                                .contains("\"nope\""),
                        fourth -> assertThat(fourth)
                                .startsWith("core/sub/a.md:5: ")
                                .contains("not closed"),
                        fifth -> assertThat(fifth)
                                .startsWith("core/sub/a.md:6: ")
                                .contains("\"later\""));
    }

    @ParameterizedTest
    @CsvSource({"{{#version}}never closed", "{{/version}}", "{{#version}}{{/team}}"})
    void whatMustacheRefusesIsRefused(String template) {
        assertThat(objections(template))
                .singleElement()
                .satisfies(objection -> assertThat(objection.message()).contains("core/sub/a.md", "no template"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{version.class}}",
                "{{version.bytes}}",
                "{{class}}",
                "{{#version}}{{length}}{{/version}}",
                "{{.}}"
            })
    void noMethodOfJavaIsInReach(String template) {
        assertThat(objections(template))
                .singleElement()
                .satisfies(objection -> assertThat(objection.message()).contains("unknown variable"));
    }

    @Test
    void aBinaryFileIsCopied() {
        assertThat(rendered("{{nope}}\0")).isEqualTo("{{nope}}\0");
    }

    @Test
    void aTemplateThatMakesTooMuchIsRefused() {
        rule.addVariable("big", "x".repeat(1 << 20));

        assertThat(objections("{{big}}".repeat(17)))
                .singleElement()
                .satisfies(objection -> assertThat(objection.message()).contains("more than 16777216 characters"));
    }

    @Test
    void aBadVariablesFileBlocksTheRuleWithItsPlaces() {
        world.webapp()
                .commit("mine")
                .file(".agent33-overrides/.variables.yaml", "good: x\n1bad: y\nlist: [a]\nempty:\n");

        assertThat(objections("{{good}}"))
                .extracting(objection -> objection.where().orElseThrow().toString())
                .containsExactly(
                        ".agent33-overrides/.variables.yaml:2:1",
                        ".agent33-overrides/.variables.yaml:3:7",
                        ".agent33-overrides/.variables.yaml:4:7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n", "a: b\n---\nc: d\n", "a: [\n"})
    void aVariablesFileIsOneMapping(String file) {
        world.webapp().commit("mine").file(".agent33-overrides/.variables.yaml", file);

        assertThat(objections("x")).isNotEmpty();
    }

    @Test
    void otherStrategiesDoNotReadTheVariables() {
        world.webapp().commit("mine").file(".agent33-overrides/.variables.yaml", "- a\n");
        rule.strategy(Strategy.COPY);

        assertThat(rendered("{{as it is}}")).isEqualTo("{{as it is}}");
    }

    @Test
    void anEditOfTheVariablesArrivesWithTheNextSync() {
        world.upstream.commit("1").file("core/a.md", "{{colour}}\n").tag("v1.0.0");
        world.rules(rule.build());
        world.webapp().commit("mine").file(".agent33-overrides/.variables.yaml", "colour: red\n");
        world.syncAndMerge();
        world.webapp().commit("mine").file(".agent33-overrides/.variables.yaml", "colour: blue\n");

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree("main"))).containsEntry("docs/a.md", "blue\n");
    }
}
