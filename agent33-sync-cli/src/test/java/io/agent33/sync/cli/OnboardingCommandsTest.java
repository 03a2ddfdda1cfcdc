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

/** {@code add}, {@code settle} and {@code remove}, on the sample with a real clone of its upstream. */
class OnboardingCommandsTest {
    private static final String RULE = """
            sync_rule:
              id: extra
              source: core/**/*.md
              target_repo: org/webapp
              target_path: docs/extra/
              frequency: on_release
            """;

    @TempDir
    private Path folder;

    private SampleWorld world;
    private Path clone;
    private Path rule;

    @BeforeEach
    void sampleWithAClone() throws IOException {
        world = SampleWorld.create(folder);
        clone = folder.resolve("clone.git");
        world.upstreamGit("clone", "--quiet", "--bare", world.upstream().toString(), clone.toString());
        rule = Files.writeString(folder.resolve("extra.yaml"), RULE);
    }

    private Cli.Result sample(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(world.options());
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private Cli.Result onboarding(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--clone=" + clone));
        arguments.addAll(List.of(more));
        return sample(command, arguments.toArray(String[]::new));
    }

    /** A person pushes the branch, merges it, and fetches. */
    private void pushAndMerge(String branch) {
        world.upstreamGit("fetch", "--quiet", clone.toString(), branch + ":main");
        world.upstreamGit("push", "--quiet", clone.toString(), "main");
    }

    @Test
    void aDownstreamComesAndGoes() {
        var added = onboarding("add", rule.toString());
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(added.out())
                .startsWith("branch agent33-sync/add/extra at ")
                .contains("  core/orchestrator/distribution/rules/extra.yaml\n")
                .endsWith("look at it, and push it: git push origin agent33-sync/add/extra\n");
        assertThat(world.upstreamGit("for-each-ref")).doesNotContain("agent33-sync");
        pushAndMerge("agent33-sync/add/extra");

        var early = onboarding("settle", "--rule=extra");
        assertThat(early.status()).isEqualTo(2);
        assertThat(early.err()).contains("first-sync-missing", "run --manual --rule extra");

        assertThat(sample("run", "--manual", "--rule=extra", "--publish-to=" + world.pullRequests())
                        .out())
                .contains("1 rule: 1 proposed");
        world.git("org/webapp", "update-ref", "refs/heads/main", "refs/heads/agent33-sync/v1.1.0/extra");
        var settled = onboarding("settle", "--rule=extra");
        assertThat(settled.status()).as(settled.err()).isZero();
        pushAndMerge("agent33-sync/settle/extra");
        assertThat(world.upstreamGit("show", "main:core/orchestrator/distribution/rules/extra.yaml"))
                .isEqualTo(RULE);

        assertThat(onboarding("remove", "--rule=extra").status()).isZero();
        pushAndMerge("agent33-sync/remove/extra");
        assertThat(world.upstreamGit("ls-tree", "-r", "--name-only", "main"))
                .contains("core/orchestrator/distribution/rules/archived/extra.yaml\n")
                .doesNotContain("core/orchestrator/distribution/rules/extra.yaml\n");
        assertThat(sample("run", "--publish-to=" + world.pullRequests()).out()).doesNotContain("extra");
        assertThat(world.git("org/webapp", "ls-tree", "-r", "--name-only", "main"))
                .contains("docs/extra/");
    }

    @Test
    void wrongUseIsSaid() {
        assertThat(sample("add", rule.toString()).status()).isEqualTo(2);
        assertThat(sample("add", "--clone=" + folder.resolve("none"), rule.toString())
                        .err())
                .contains("--clone: expected a folder");
        assertThat(onboarding("add", folder.resolve("none.yaml").toString()).err())
                .contains("FILE: expected a rule");
        assertThat(onboarding("add", "--registry=../up.md", rule.toString()).status())
                .isEqualTo(2);
        assertThat(onboarding("remove", "--rule=nobody").status()).isEqualTo(2);
    }
}
