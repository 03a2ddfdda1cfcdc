package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agent33.sync.cli.quickstart.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans on the sample's repositories, which all tests share, since a plan writes nothing. */
class PlanCommandTest {
    private static final String RULE = """
            sync_rule:
              id: "agents"
              source: "core/agents/*.md"
              target_repo: "org/webapp"
              target_path: "agents/"
            """;

    @TempDir
    static Path folder;

    private static SampleWorld world;

    @BeforeAll
    static void create() {
        world = SampleWorld.create(folder);
    }

    @Test
    void aPlanIsAResultAndWritesNothing() {
        String refs = world.refs("org/webapp");

        var result = plan();

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("Plan for what is due\n3 rules: 3 planned\n")
                .contains("A docs/agent33/orchestrator/HANDOFF.md ← core/orchestrator/HANDOFF.md\n")
                .contains("A docs/agent33/orchestrator/scripts/check-handoff.sh"
                        + " ← core/orchestrator/scripts/check-handoff.sh (executable)\n");
        assertThat(result.err()).isEmpty();
        assertThat(world.refs("org/webapp")).isEqualTo(refs);
        assertThat(world.pullRequests()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "yaml", "JSON", "diff"})
    void aPlanIsTheSameEachTime(String format) {
        String first = plan("--format=" + format).out();

        assertThat(plan("--format=" + format, "--parallel=1").out())
                .isNotBlank()
                .isEqualTo(first);
    }

    @Test
    void aGitleaksFileNamesMoreThatMustNotLeave() throws IOException {
        Path rules = Files.writeString(folder.resolve("own.toml"), """
                [[rules]]
                id = "hand-over"
                description = "Nobody hands over"
                regex = '''(?i)hand.?off'''
                """);

        var result = plan("--secrets=" + rules, "--rule=webapp-orchestrator");

        assertThat(result.status()).isEqualTo(ExitStatus.ATTENTION);
        assertThat(result.out()).contains("Nobody hands over");
    }

    @Test
    void aGitleaksFileThatIsNoneIsRefusedWithItsPlace() throws IOException {
        Path rules = Files.writeString(folder.resolve("bad.toml"), "[[rules]]\nid = \"x\"\nregex = '''('''\n");

        var result = plan("--secrets=" + rules);

        assertThat(result.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(result.err()).contains("bad.toml:3");
        assertThat(plan("--secrets=" + folder.resolve("none.toml")).status()).isEqualTo(ExitStatus.WRONG_USE);
    }

    @Test
    void aDiffHasTheDeliveredFiles() {
        assertThat(plan("--format=diff", "--rule=webapp-orchestrator").out())
                .contains("diff --git a/docs/agent33/orchestrator/scripts/check-handoff.sh")
                .contains("new file mode 100755")
                .contains("+#!/bin/sh\n")
                .doesNotContain("diff --git a/.agent33-sync-state");
    }

    @Test
    void gitAppliesTheDiffOnTheDownstream(@TempDir Path place) throws IOException {
        Path diff = place.resolve("plan.diff");
        Files.writeString(
                diff, plan("--format=diff", "--rule=webapp-orchestrator").out());
        world.git("org/webapp", "read-tree", "main");

        world.git("org/webapp", "apply", "--cached", diff.toString());

        assertThat(world.git("org/webapp", "ls-files", "--", "docs/agent33/orchestrator")
                        .lines())
                .hasSize(4)
                .contains("docs/agent33/orchestrator/scripts/check-handoff.sh");
    }

    @Test
    void rulesNarrowThePlan() throws IOException {
        JsonNode plan = json(plan("--release=v1.0.0", "--rule=api-prompts", "--format=json"));

        assertThat(plan.at("/trigger/kind").asText()).isEqualTo("release");
        assertThat(plan.at("/trigger/only/0").asText()).isEqualTo("api-prompts");
        assertThat(plan.at("/summary/planned").asInt()).isEqualTo(1);
    }

    @Test
    void aManualPlanTakesAnyReference() throws IOException {
        JsonNode plan = json(plan("--manual", "--rule", "api-prompts", "docs-agents", "--at=v1.0.0", "--format=json"));

        assertThat(plan.at("/trigger/kind").asText()).isEqualTo("manual");
        assertThat(plan.at("/trigger/reference").asText()).isEqualTo("v1.0.0");
        assertThat(plan.at("/summary/planned").asInt()).isEqualTo(2);
    }

    @Test
    void aChangeAndADowngradeReachTheTrigger() throws IOException {
        JsonNode plan = json(plan("--change=main", "--allow-downgrade", "--format=json"));

        assertThat(plan.at("/trigger/kind").asText()).isEqualTo("change");
        assertThat(plan.at("/trigger/reference").asText()).isEqualTo("main");
        assertThat(plan.at("/trigger/downgrade").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rule=no-such-thing", "--release=no-such-thing"})
    void whatDoesNotExistIsWrongUse(String option) {
        var result = plan(option);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("agent33-sync: ")
                .contains("no-such-thing")
                .doesNotContain("\tat ");
    }

    @Test
    void anUpstreamThatIsGoneIsAFailureInOneLine() {
        var result = nowhere();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("agent33-sync: ").contains("nowhere.git");
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void verboseShowsTheStackTrace() {
        assertThat(nowhere("-v").err()).contains("nowhere.git").contains("\tat io.agent33.sync.");
    }

    private static Cli.Result nowhere(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "plan",
                "--upstream=" + folder.resolve("nowhere.git"),
                "--downstream-url=x/{repo}.git",
                world.cacheOption()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void rulesMayComeFromAFolder(@TempDir Path rules) throws IOException {
        Files.writeString(rules.resolve("agents.yaml"), RULE);

        var result = plan("--manual", "--rule=agents", "--rules=" + rules);

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("A agents/planner.md ← core/agents/planner.md\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file://"})
    void rulesMayComeFromAnotherRepository(String scheme) {
        var result = plan("--rules=" + scheme + world.upstream());

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("3 rules: 3 planned\n");
    }

    /** What is committed counts, and what else lies in the work tree is no rule. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rulesMayComeFromACheckout(boolean linked, @TempDir Path place) throws IOException {
        Path checkout = place.resolve("checkout");
        world.checkout(checkout, linked);
        Files.writeString(checkout.resolve("agents.yaml"), RULE);
        Files.delete(checkout.resolve("core/orchestrator/distribution/rules/webapp.yaml"));

        var result = plan("--rules=" + checkout);

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("3 rules: 3 planned\n", "webapp-orchestrator");
    }

    @Test
    void aRuleThatCannotBeReadCostsTheStatusAndNoOtherRule(@TempDir Path rules) throws IOException {
        Files.writeString(
                rules.resolve("agents.yaml"),
                RULE + "---\n" + RULE.replace("agents", "other").replace("source", "sorce"));

        var result = plan("--manual", "--rule=agents", "--rules=" + rules);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("1 planned", "Rules that could not be read", "sorce");
    }

    private static JsonNode json(Cli.Result result) throws IOException {
        assertThat(result.status()).as(result.err()).isZero();
        return JsonMapper.builder().build().readTree(result.out()).get("sync_plan");
    }

    private static Cli.Result plan(String... more) {
        List<String> arguments = new ArrayList<>(List.of("plan"));
        arguments.addAll(world.options());
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }
}
