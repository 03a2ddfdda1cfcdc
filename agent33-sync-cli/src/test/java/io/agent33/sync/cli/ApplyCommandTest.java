package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Plans that are saved, approved and applied on the sample's repositories. */
class ApplyCommandTest {
    private static final String BRANCH = "refs/heads/agent33-sync/v1.0.0/webapp-orchestrator ";

    @TempDir
    Path folder;

    private SampleWorld world;
    private Path plan;

    @BeforeEach
    void savePlan() {
        world = SampleWorld.create(folder);
        plan = folder.resolve("plan.json");
        var result = command("plan", "--release=v1.0.0", "--out=" + plan);
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("Plan for the release v1.0.0\n").contains("digest ");
    }

    @Test
    void aSavedPlanIsApplied() {
        var result = apply();

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).startsWith("Sync for the release v1.0.0\n3 rules: 3 proposed\n");
        assertThat(world.refs("org/webapp")).contains(BRANCH);
        assertThat(apply().out()).contains("3 rules: 3 waiting\n");
    }

    @Test
    void anApprovalIsReported() throws IOException {
        String digest = JsonMapper.builder()
                .build()
                .readTree(plan.toFile())
                .at("/sync_plan/digest")
                .asText();

        var result = apply("--approve=" + digest, "--by=Ada");

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("Plan " + digest + ", approved by Ada\n");
    }

    @Test
    void whatMovedIsSaidAndCostsTheStatus() {
        world.replace("org/webapp", "docs/agent33/orchestrator/HANDOFF.md", "our own\n");

        var result = apply();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("3 rules: 2 proposed, 1 blocked\n").contains("HANDOFF.md");
        assertThat(world.refs("org/webapp")).doesNotContain(BRANCH);
    }

    @Test
    void whatCannotBeAppliedIsWrongUse() throws IOException {
        assertWrongUse(apply("--approve=" + "0".repeat(64), "--by=Ada"), "approval-mismatch");
        assertWrongUse(apply("--approve=12", "--by=Ada"), "64 hexadecimal digits");
        assertWrongUse(apply("--by=Ada"), "--approve");
        assertWrongUse(apply("--format=diff"), "a report has no diff");
        Files.writeString(plan, Files.readString(plan).replace("HANDOFF.md", "HANDOVER.md"));
        assertWrongUse(apply(), "plan-damaged");
        Files.writeString(plan, "nothing");
        assertWrongUse(apply(), "plan-unreadable");
        Files.delete(plan);
        assertWrongUse(apply(), "plan.json cannot be read");
        assertThat(world.refs("org/webapp")).doesNotContain(BRANCH);
    }

    private static void assertWrongUse(Cli.Result result, String words) {
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(words);
        assertThat(result.out()).isEmpty();
    }

    private Cli.Result apply(String... options) {
        List<String> all = new ArrayList<>(List.of(plan.toString(), "--publish-to=" + world.pullRequests()));
        all.addAll(List.of(options));
        return command("apply", all.toArray(String[]::new));
    }

    private Cli.Result command(String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(world.options());
        arguments.addAll(List.of(options));
        return Cli.run(arguments.toArray(String[]::new));
    }
}
