package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.cli.quickstart.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    @TempDir
    static Path folder;

    private static SampleWorld world;

    @BeforeAll
    static void create() {
        world = SampleWorld.create(folder);
    }

    private static Cli.Result explain(String... more) {
        List<String> arguments = new ArrayList<>(List.of("explain"));
        arguments.addAll(world.options());
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void aFileThatIsToBeDelivered() {
        var result = explain("--repo=org/webapp", "docs/agent33/orchestrator/HANDOFF.md");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("docs/agent33/orchestrator/HANDOFF.md ← core/orchestrator/HANDOFF.md at v")
                .contains("  O override  none\n")
                .contains("  row   the first delivery: upstream's content\n")
                .contains("  next  adds docs/agent33/orchestrator/HANDOFF.md\n");
    }

    @Test
    void aFileThatNoRuleDelivers() {
        var result = explain("--repo=org/webapp", "README.md");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("org/webapp README.md: no active rule delivers it\n");
    }

    @Test
    void whatAGitleaksFileFindsBlocksHereAsInThePlan() throws IOException {
        Path rules = Files.writeString(folder.resolve("own.toml"), """
                [[rules]]
                id = "hand-over"
                description = "Nobody hands over"
                regex = '''(?i)hand.?off'''
                """);

        var result = explain("--repo=org/webapp", "--secrets=" + rules, "docs/agent33/orchestrator/HANDOFF.md");

        assertThat(result.out()).contains("Nobody hands over");
        assertThat(explain("--repo=org/webapp", "docs/agent33/orchestrator/HANDOFF.md")
                        .out())
                .doesNotContain("Nobody hands over");
    }

    @Test
    void whatIsNoPathOrNoRepository() {
        assertThat(explain("--repo=org/webapp", "../up").status()).isEqualTo(2);
        assertThat(explain("--repo=..", "README.md").status()).isEqualTo(2);
        assertThat(explain("--repo=org/nobody", "README.md").status()).isEqualTo(2);
        assertThat(explain("--repo=org/webapp", "--format=diff", "README.md").status())
                .isEqualTo(2);
        assertThat(explain("README.md").status()).isEqualTo(2);
    }
}
