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

/** Runs on the sample's repositories: statuses, and what goes to which stream. */
class RunCommandTest {
    @TempDir
    Path folder;

    private SampleWorld world;

    @BeforeEach
    void create() {
        world = SampleWorld.create(folder);
    }

    @Test
    void aRunPushesPublishesAndReports() {
        var result = run();

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).startsWith("Sync for what is due\n3 rules: 3 proposed\n");
        assertThat(result.err())
                .contains("syncing 3 downstreams", "org/webapp webapp-orchestrator: proposed", "[3/3] ");
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

    /** The name is what manifests keep, so that a moved upstream is the same one as before. */
    @Test
    void anUpstreamThatMovesKeepsItsName() throws IOException {
        run("--upstream-id=agent33/canonical");
        String branch = "agent33-sync/v1.1.0/webapp-orchestrator";
        String manifest =
                world.git("org/webapp", "show", branch + ":.agent33-sync-state/webapp-orchestrator/manifest.yaml");
        assertThat(manifest).contains("upstream: \"agent33/canonical\"\n");
        world.git("org/webapp", "update-ref", "refs/heads/main", branch);
        Path moved = Files.move(world.upstream(), folder.resolve("elsewhere.git"));

        var named = runFrom(moved, "--upstream-id=agent33/canonical", "--rule=webapp-orchestrator");
        var unnamed = runFrom(moved, "--rule=webapp-orchestrator");

        assertThat(named.out()).contains("1 rule: 1 current\n");
        assertThat(unnamed.status()).isEqualTo(1);
        assertThat(unnamed.out()).contains("manifest-foreign", "name the upstream so (--upstream-id");
    }

    @Test
    void aReportParsesBack() throws IOException {
        var result = run("--release=v1.0.0", "--format=json", "--parallel=1");
        JsonNode report = JsonMapper.builder().build().readTree(result.out()).get("sync_report");

        assertThat(report.get("successful").asBoolean()).isTrue();
        assertThat(report.at("/trigger/reference").asText()).isEqualTo("v1.0.0");
        assertThat(report.at("/rules/0/rule_id").asText()).isEqualTo("api-prompts");
        assertThat(report.at("/rules/0/pull_request/state").asText()).isEqualTo("opened");
    }

    @Test
    void whatFailsAndWhatIsBlockedCostsTheStatusAndNoOtherRule() {
        world.remove("org/docs-site");
        world.replace("org/webapp", "docs/agent33", "our own\n");

        var result = run();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains("3 rules: 1 proposed, 1 blocked, 1 failed\n")
                .contains("org/api-service api-prompts: proposed, 4 added")
                .contains("org/docs-site docs-agents: failed\n")
                .containsPattern("org/webapp webapp-orchestrator: blocked\n  ! .*HANDOFF.md: ");
        assertThat(result.err()).contains("webapp-orchestrator: blocked").doesNotContain("\tat ");
    }

    @Test
    void aRuleThatIsNotDueIsNoFailure() {
        var result = run("--change=main");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("3 rules: 3 skipped\n");
    }

    private Cli.Result run(String... more) {
        return runFrom(world.upstream(), more);
    }

    private Cli.Result runFrom(Path upstream, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--publish-to=" + world.pullRequests()));
        arguments.addAll(world.options());
        arguments.set(2, "--upstream=" + upstream);
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }
}
