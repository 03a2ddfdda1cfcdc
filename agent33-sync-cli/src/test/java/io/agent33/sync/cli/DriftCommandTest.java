package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.cli.quickstart.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftCommandTest {
    private static final String MERGED = "agent33-sync/v1.0.0/webapp-orchestrator";

    @TempDir
    private Path folder;

    private SampleWorld world;

    /** v1.0.0 is merged in org/webapp, and nowhere else. */
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

    private Path issues() {
        return folder.resolve("issues");
    }

    private Cli.Result drift(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--issues-to=" + issues()));
        arguments.addAll(List.of(more));
        return sample("drift", arguments.toArray(String[]::new));
    }

    /** Of the branch only the state is left. */
    private void deleteWhatWasDelivered() {
        world.git(
                "org/webapp",
                "--work-tree=" + folder,
                "read-tree",
                "--prefix=.agent33-sync-state/",
                MERGED + ":.agent33-sync-state");
        String tree = world.git("org/webapp", "write-tree").strip();
        String[] commit = {
            "-c",
            "user.name=somebody",
            "-c",
            "user.email=somebody@localhost",
            "commit-tree",
            "-p",
            MERGED,
            "-m",
            "x",
            tree
        };
        world.git(
                "org/webapp",
                "update-ref",
                "refs/heads/main",
                world.git("org/webapp", commit).strip());
    }

    @Test
    void whatIsInStepIsSaidAndNothingIsWritten() {
        var result = drift("--rule=webapp-orchestrator", "--issues");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("1 rule: 1 in step\n")
                .contains("org/webapp webapp-orchestrator: in step, v1.0.0, ");
        assertThat(issues()).doesNotExist();
    }

    @Test
    void aRuleWithoutAMergedSyncIsNoDrift() {
        var result = drift();

        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("3 rules: 1 in step, 2 never synced\n");
    }

    @Test
    void driftIsToldByTheExitStatusAndOnRequestByAnIssue() throws IOException {
        deleteWhatWasDelivered();

        var asked = drift("--rule=webapp-orchestrator");

        assertThat(asked.status()).isEqualTo(1);
        assertThat(asked.out()).contains("  deleted: docs/agent33/orchestrator/HANDOFF.md");
        assertThat(issues()).doesNotExist();

        var told = drift("--rule=webapp-orchestrator", "--issues", "--format=json");

        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).contains("\"issue\" : \"webapp#1\"");
        try (Stream<Path> files = Files.walk(issues())) {
            assertThat(files.filter(file -> file.toString().endsWith("1.md"))).hasSize(1);
        }
    }

    @Test
    void wrongUseIsSaid() {
        assertThat(drift("--format=diff").status()).isEqualTo(2);
        assertThat(drift("--rule=nobody").status()).isEqualTo(2);
    }
}
