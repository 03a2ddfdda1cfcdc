package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.cli.quickstart.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCheckCommandTest {
    @TempDir
    Path folder;

    @Test
    void goodRulesPass() {
        SampleWorld world = SampleWorld.create(folder);

        var result = Cli.run("rules", "check", "--upstream=" + world.upstream(), world.cacheOption());

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("/webapp.yaml:")
                .contains("webapp-orchestrator: core/orchestrator/** → org/webapp docs/agent33/orchestrator/,"
                        + " copy, on_release\n")
                .endsWith("3 rules, 0 objections\n");
        assertThat(result.err()).isEmpty();
    }

    /** Neither an upstream nor a cache is needed for it, nor touched. */
    @Test
    void badRulesInAFolderFailWithFileLineAndColumn() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), """
                sync_rule:
                  id: "agents"
                  sorce: "core/agents/*.md"
                  target_repo: "org/webapp"
                  target_path: "../agents/"
                """);

        var result = Cli.run("rules", "check", "--rules=" + folder);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out())
                .contains("bad.yaml:3:3: ")
                .contains("bad.yaml:5:")
                .contains("0 rules, ");
        assertThat(result.err()).isEmpty();
    }
}
