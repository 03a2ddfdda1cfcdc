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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on the sample's repositories: statuses, and what goes to which stream. */
class CommandsTest {
    private static final String RULES = """
            sync_rule:
              id: "agents"
              source: "core/agents/*.md"
              target_repo: "org/webapp"
              target_path: "agents/"
            """;

    @TempDir
    Path folder;

    private SampleWorld world;

    @BeforeEach
    void create() {
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
        assertThat(plan("--format=" + format).out()).isNotBlank().isEqualTo(plan("--format=" + format).out());
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
    void rulesNarrowThePlan() throws IOException {
        JsonNode plan = json(plan("--release=v1.0.0", "--rule=api-prompts", "--format=json")).get("sync_plan");

        assertThat(plan.at("/trigger/kind").asText()).isEqualTo("release");
        assertThat(plan.at("/trigger/only/0").asText()).isEqualTo("api-prompts");
        assertThat(plan.at("/summary/planned").asInt()).isEqualTo(1);
    }

    @Test
    void aManualPlanTakesAnyReference() throws IOException {
        JsonNode plan =
                json(plan("--manual", "--rule", "api-prompts", "docs-agents", "--at=v1.0.0", "--format=json"));

        assertThat(plan.at("/sync_plan/trigger/reference").asText()).isEqualTo("v1.0.0");
        assertThat(plan.at("/sync_plan/summary/planned").asInt()).isEqualTo(2);
    }

    @Test
    void aRuleThatDoesNotExistIsWrongUse() {
        var result = plan("--rule=no-such-rule");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("agent33-sync: ").contains("no-such-rule").doesNotContain("\tat ");
    }

    @Test
    void aReleaseThatDoesNotExistIsWrongUse() {
        var result = run("--release=v9.9.9");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("agent33-sync: ").contains("v9.9.9");
    }

    @Test
    void aRunPushesPublishesAndReports() {
        var result = run();

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).startsWith("Sync for what is due\n3 rules: 3 proposed\n");
        assertThat(result.err()).contains("syncing 3 downstreams", "org/webapp webapp-orchestrator: proposed", "[3/3] ");
        assertThat(world.refs("org/webapp")).contains("refs/heads/agent33-sync/v1.1.0/webapp-orchestrator ");
        assertThat(world.pullRequests().resolve("org/webapp")).isDirectory();
    }

    @Test
    void aSecondRunWritesNothing() {
        run();
        String refs = world.refs("org/webapp");

        var result = run();

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("3 rules: 3 waiting\n");
        assertThat(world.refs("org/webapp")).isEqualTo(refs);
    }

    @Test
    void aReportParsesBack() throws IOException {
        JsonNode report = json(run("--format=json", "--parallel=1")).get("sync_report");

        assertThat(report.get("successful").asBoolean()).isTrue();
        assertThat(report.at("/rules/0/rule_id").asText()).isEqualTo("api-prompts");
        assertThat(report.at("/rules/0/pull_request/state").asText()).isEqualTo("opened");
    }

    @Test
    void aDownstreamThatIsGoneCostsItsRuleAndTheStatus() {
        world.remove("org/docs-site");

        var result = run();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("3 rules: 2 proposed, 1 failed\n").contains("org/docs-site docs-agents: failed\n");
        assertThat(plan().status()).isEqualTo(1);
    }

    @Test
    void aBlockedRuleCostsTheStatus() {
        world.replace("org/webapp", "docs/agent33/orchestrator/HANDOFF.md", "our own\n");

        var result = run();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("org/webapp webapp-orchestrator: blocked\n").contains("HANDOFF.md");
        assertThat(plan().status()).isEqualTo(1);
    }

    @Test
    void anUpstreamThatIsGoneIsAFailureInOneLine() {
        var result = Cli.run("plan", "--upstream=" + folder.resolve("nowhere.git"), "--downstream-url=x/{repo}.git",
                world.cacheOption());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("agent33-sync: ").contains("nowhere.git").doesNotContain("\tat ");
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void verboseShowsTheStackTrace() {
        var result = Cli.run("plan", "-v", "--upstream=" + folder.resolve("nowhere.git"), "--downstream-url=x/{repo}.git",
                world.cacheOption());

        assertThat(result.err()).contains("nowhere.git").contains("\tat io.agent33.sync.");
    }

    @Test
    void rulesMayComeFromAFolder() throws IOException {
        var result = plan("--manual", "--rule=agents", "--rules=" + rules("agents.yaml", RULES));

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

    @Test
    void aRuleThatCannotBeReadCostsTheStatusAndNoOtherRule() throws IOException {
        Path place = rules("agents.yaml", RULES + "---\n" + RULES.replace("agents", "other").replace("source", "sorce"));

        var result = plan("--manual", "--rule=agents", "--rules=" + place);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("1 planned").contains("Rules that could not be read").contains("sorce");
    }

    @Test
    void goodRulesPassTheCheck() {
        var result = Cli.run("rules", "check", "--upstream=" + world.upstream(), world.cacheOption());

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("webapp-orchestrator: core/orchestrator/** → org/webapp docs/agent33/orchestrator/, copy, on_release\n")
                .endsWith("3 rules, 0 objections\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void badRulesFailTheCheckWithFileLineAndColumn() throws IOException {
        Path place = rules("bad.yaml", RULES.replace("source", "sorce"));

        var result = Cli.run("rules", "check", "--rules=" + place);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).contains("bad.yaml:3:3: ").contains("source").contains("0 rules, ");
        assertThat(result.err()).isEmpty();
    }

    private Path rules(String name, String text) throws IOException {
        Path place = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(place.resolve(name), text);
        return place;
    }

    private static JsonNode json(Cli.Result result) throws IOException {
        assertThat(result.status()).as(result.err()).isZero();
        return JsonMapper.builder().build().readTree(result.out());
    }

    private Cli.Result plan(String... more) {
        return command("plan", List.of(), more);
    }

    private Cli.Result run(String... more) {
        return command("run", List.of("--publish-to=" + world.pullRequests()), more);
    }

    private Cli.Result command(String name, List<String> own, String... more) {
        List<String> arguments = new ArrayList<>(List.of(name));
        arguments.addAll(world.options());
        arguments.addAll(own);
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }
}
