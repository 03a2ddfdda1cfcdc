package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.cli.quickstart.SampleWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackCommandTest {
    private static final String MERGED = "agent33-sync/v1.0.0/webapp-orchestrator";

    @TempDir
    private Path folder;

    private SampleWorld world;

    /** v1.0.0 is merged in org/webapp. */
    @BeforeEach
    void merged() {
        world = SampleWorld.create(folder);
        assertThat(sample("run", "--release=v1.0.0", "--publish-to=" + world.pullRequests())
                        .status())
                .isZero();
        world.git("org/webapp", "update-ref", "refs/heads/main", "refs/heads/" + MERGED);
    }

    private Cli.Result sample(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(world.options());
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private Cli.Result rollback(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--rule=webapp-orchestrator",
                "--reason=CI is red",
                "--publish-to=" + world.pullRequests(),
                "--issues-to=" + folder.resolve("issues")));
        arguments.addAll(List.of(more));
        return sample("rollback", arguments.toArray(String[]::new));
    }

    @Test
    void aDryRunShowsThePlanAndWritesNothing() {
        String refs = world.refs("org/webapp");

        var result = rollback("--dry-run");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("D docs/agent33/orchestrator/HANDOFF.md");
        assertThat(world.refs("org/webapp")).isEqualTo(refs);
        assertThat(folder.resolve("issues")).doesNotExist();
        assertThat(rollback("--dry-run", "--format=diff").out()).contains("deleted file mode");
    }

    @Test
    void aRollbackMakesABranchAPullRequestAndAnIssue() {
        var result = rollback();

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(world.refs("org/webapp")).contains("refs/heads/agent33-sync/rollback/v1.0.0/webapp-orchestrator");
        assertThat(Files.isDirectory(folder.resolve("issues"))).isTrue();
        assertThat(world.git("org/webapp", "show", "agent33-sync/rollback/v1.0.0/webapp-orchestrator:DECISIONS.md"))
                .contains("rollback:", "reason: \"CI is red\"", "logged_by: \"operator\"");
    }

    @Test
    void whatIsRolledBackIsSkippedUntilItIsAllowed() {
        rollback();
        world.git(
                "org/webapp",
                "update-ref",
                "refs/heads/main",
                "refs/heads/agent33-sync/rollback/v1.0.0/webapp-orchestrator");

        var refused = sample("plan", "--release=v1.0.0", "--rule=webapp-orchestrator");
        var allowed = sample(
                "allow-release",
                "--rule=webapp-orchestrator",
                "--release=v1.0.0",
                "--publish-to=" + world.pullRequests());

        assertThat(refused.out()).contains("allow-release");
        assertThat(allowed.status()).as(allowed.out() + allowed.err()).isZero();
        world.git(
                "org/webapp",
                "update-ref",
                "refs/heads/main",
                "refs/heads/agent33-sync/allow/v1.0.0/webapp-orchestrator");
        assertThat(sample("plan", "--release=v1.0.0", "--rule=webapp-orchestrator")
                        .out())
                .contains("planned v1.0.0");
    }

    @Test
    void whatMakesNoSense() {
        assertThat(rollback("--release=v1.0.0", "--to=v1.0.0").status()).isEqualTo(2);
        assertThat(rollback("--format=diff").status()).isEqualTo(2);
        assertThat(sample("rollback", "--rule=webapp-orchestrator").status()).isEqualTo(2);
        assertThat(sample("rollback", "--rule=webapp-orchestrator", "--reason= ")
                        .status())
                .isEqualTo(2);
        assertThat(rollback("--release=v9.9.9").status()).isEqualTo(1);
    }
}
