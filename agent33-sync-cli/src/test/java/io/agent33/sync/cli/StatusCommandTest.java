package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.cli.quickstart.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    @TempDir
    private Path folder;

    private SampleWorld world;

    /** v1.0.0 is merged in org/webapp, and nowhere else; v1.1.0 is there. */
    @BeforeEach
    void merged() {
        world = SampleWorld.create(folder);
        assertThat(sample("run", "--release=v1.0.0", "--publish-to=" + world.pullRequests())
                        .status())
                .isZero();
        world.git("org/webapp", "update-ref", "refs/heads/main", "refs/heads/agent33-sync/v1.0.0/webapp-orchestrator");
    }

    private Cli.Result sample(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(world.options());
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void everyRuleHasItsStatus() {
        var result = sample("status");

        assertThat(result.out())
                .startsWith("3 rules: 2 never, 1 stale\n")
                .contains("org/webapp webapp-orchestrator: stale, v1.0.0 \u2192 v1.1.0\n")
                .contains("  1 release missed\n");
        assertThat(result.status()).as(result.err()).isEqualTo(1);
    }

    @Test
    void programsReadItToo() {
        assertThat(sample("status", "--format=json").out())
                .contains("\"rule_id\" : \"webapp-orchestrator\"")
                .contains("\"status\" : \"stale\"")
                .contains("\"drifted_files\" : 0");
        assertThat(sample("status", "--format=diff").status()).isEqualTo(2);
    }

    @Test
    void theTableOfADocumentIsBroughtUpToDate() throws IOException {
        Path document = Files.writeString(folder.resolve("registry.md"), "# Downstream Registry\n\nOurs.\n");

        sample("status", "--registry=" + document);

        assertThat(document)
                .content()
                .startsWith("# Downstream Registry\n\nOurs.\n\n| Repo |")
                .contains("| `org/webapp` | `webapp-orchestrator` | copy | on_release | ")
                .contains(" | v1.0.0 | Stale |\n");
    }

    @Test
    void aDocumentThatIsNoneIsSaidAndNothingIsMade() {
        var missing = sample("status", "--registry=" + folder.resolve("none.md"));

        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err()).contains("none.md");
        assertThat(folder.resolve("none.md")).doesNotExist();
        assertThat(sample("status", "--registry=" + folder).status()).isEqualTo(1);
    }

    @Test
    void alertsAreToldOnce() {
        Path alerts = folder.resolve("alerts.yaml");

        sample("status", "--alerts=" + alerts, "--alert-issues", "--issues-to=" + folder.resolve("issues"));
        sample("status", "--alerts=" + alerts, "--alert-issues", "--issues-to=" + folder.resolve("issues"));

        assertThat(alerts)
                .content()
                .startsWith("---\nsync_alert:\n  type: staleness\n")
                .containsOnlyOnce("sync_alert:");
        assertThat(folder.resolve("issues/org/webapp/1.md")).content().contains("type: staleness");
    }

    @Test
    void theFleetIsAPageToo() {
        Path page = folder.resolve("fleet.html");

        sample("status", "--page=" + page);

        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("<code>webapp-orchestrator</code>");
        assertThat(sample("status", "--page=" + folder).status()).isEqualTo(1);
    }
}
