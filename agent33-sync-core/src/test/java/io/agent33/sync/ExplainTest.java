package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.report.Explanation;
import io.agent33.sync.api.report.PathExplanation;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.core.tree.BlobIds;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why a file is as it is, and what follows (S8). */
class ExplainTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private final World world = new World();

    @BeforeEach
    void merged() {
        world.upstream.commit("1").file("core/a.md", "1\n2\n3\n4\n5\n").tag("v1.0.0");
        world.syncAndMerge();
    }

    private Explanation explain(String path) {
        return world.engine().build().explain(WEBAPP, RepoPath.of(path));
    }

    private static PathExplanation only(Explanation explanation) {
        assertThat(explanation.paths()).hasSize(1);
        return explanation.paths().get(0);
    }

    @Test
    void theLettersTheRowAndWhatFollows() {
        world.webapp().commit("mine").file(".agent33-overrides/a.md", "one\n2\n3\n4\n5\n");
        world.upstream.commit("2").file("core/a.md", "1\n2\n3\n4\nfive\n").tag("v1.1.0");

        PathExplanation path = only(explain("docs/a.md"));

        assertThat(path.baseline()).contains(BlobIds.of("1\n2\n3\n4\n5\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(path.present()).isEqualTo(path.baseline());
        assertThat(path.override()).contains(BlobIds.of("one\n2\n3\n4\n5\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(path.rendered()).contains(BlobIds.of("1\n2\n3\n4\nfive\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(path.expected()).isPresent();
        assertThat(path.row()).isEqualTo("the override and upstream's content are merged");
        assertThat(path.next()).isEqualTo("changes docs/a.md; changes .agent33-overrides/a.md");
        assertThat(path.notes()).hasSize(1);
    }

    @Test
    void anOverrideIsExplainedLikeItsFile() {
        assertThat(only(explain(".agent33-overrides/a.md"))).isEqualTo(only(explain("docs/a.md")));
    }

    @Test
    void whatNoRuleDeliversHasNoExplanation() {
        assertThat(explain("docs/other.md").paths()).isEmpty();
    }

    @Test
    void aRuleThatIsBlockedBeforeIsNamed() {
        world.rules(World.rule("docs").build(), World.rule("twin").build());

        Explanation explanation = explain("docs/a.md");

        assertThat(explanation.paths()).isEmpty();
        assertThat(explanation.unplanned())
                .hasSize(2)
                .allSatisfy(rule -> assertThat(rule.outcome()).isInstanceOf(RuleOutcome.Blocked.class));
    }

    @Test
    void aRepositoryThatNoRuleIsAbout() {
        assertThatThrownBy(() -> world.engine().build().explain(RepositoryId.of("org/else"), RepoPath.of("a.md")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("org/else");
    }

    @Test
    void itPrintsInEveryFormButDiff() {
        Explanation explanation = explain("docs/a.md");
        StringBuilder text = new StringBuilder();
        StringBuilder json = new StringBuilder();
        SyncEngine engine = world.engine().build();

        engine.print(explanation, OutputFormat.TEXT, text);
        engine.print(explanation, OutputFormat.JSON, json);

        assertThat(text)
                .contains("org/webapp docs: docs/a.md ← core/a.md at v1.0.0", "O override  none", "changes no file");
        assertThat(json).contains("\"sync_explanation\"", "\"row\"");
        assertThatThrownBy(() -> engine.print(explanation, OutputFormat.DIFF, text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsWritten() {
        int requests = world.downstreams.writeRequests();
        explain("docs/a.md");

        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
    }

    @Test
    void whatBlocksTheRuleElsewhereIsToldToo() {
        world.rules(World.rule("docs").onDrift(OnDrift.BLOCK).build());
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        world.upstream.commit("2").file("core/b.md", "b\n").tag("v1.1.0");

        Explanation explanation = explain("docs/b.md");

        assertThat(explanation.paths()).hasSize(1);
        assertThat(explanation.unplanned())
                .singleElement()
                .satisfies(rule -> assertThat(rule.outcome().toString()).contains("drift", "docs/a.md"));
    }
}
