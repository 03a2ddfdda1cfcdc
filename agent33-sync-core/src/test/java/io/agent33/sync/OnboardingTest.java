package io.agent33.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.rule.RuleText;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.testkit.memory.MemoryDownstream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Adding and removing downstreams (S13, the specification's "Downstream Registry"). */
class OnboardingTest {
    private static final String FOLDER = "core/orchestrator/distribution/rules/";
    private static final RepoPath DOCUMENT = RepoPath.of("docs/registry.md");
    private static final String RULE = """
            # Ours.
            sync_rule:
              id: docs
              source: core/**
              target_repo: org/webapp
              target_path: docs/
              strategy: template
              frequency: on_release
            """;
    private static final String STAGED =
            RULE.replace("template", "copy # then: template").replace("on_release", "manual # then: on_release");
    private static final String REGISTRY = """
            # Fleet

            ## Downstream Registry

            | Repo | Sync Rule ID | Strategy | Frequency | Last Sync | Version | Status |
            |------|-------------|----------|-----------|-----------|---------|--------|
            | `org/other` | `other` | copy | manual | 2026-01-15 | v1.0.0 | Current |
            """;
    private static final String ROW = "| `org/webapp` | `docs` | copy | manual | — | — | Never |\n";

    private final World world = new World().rules();
    private MemoryDownstream clone = world.downstreams.get("org/webapp");

    @BeforeEach
    void upstreamAndClone() {
        world.upstream.commit("a").file("core/a.md", "a\n").tag("v1.0.0");
        clone = world.downstreams.create("somebody/clone");
        clone.commit("as upstream").file("docs/registry.md", REGISTRY).file("core/a.md", "a\n");
    }

    private Onboarding onboarding() {
        return Onboarding.of(world.engine().build(), clone.open()).registry(DOCUMENT);
    }

    private String text(String branch, String path) {
        ObjectId blob = clone.tree(branch).find(path).orElseThrow().id();
        return new String(Blobs.read(clone.blobs(), blob, 1 << 20).orElseThrow(), UTF_8);
    }

    private static SyncRule rule(String text) {
        return RuleText.of("test", text.getBytes(UTF_8), HostPlugins.none()).rule();
    }

    private UpstreamChange add() {
        return onboarding().add("docs.yaml", RULE.getBytes(UTF_8));
    }

    /** As if a person had pushed the branch, and merged it. */
    private void adopt(UpstreamChange change, SyncRule... rules) {
        clone.merge(change.branch());
        world.rules(rules);
    }

    @Test
    void aRuleIsAddedAsAManualCopyWithItsRow() {
        UpstreamChange change = add();

        assertThat(change.branch()).isEqualTo("agent33-sync/add/docs");
        assertThat(change.paths())
                .extracting(RepoPath::value)
                .containsExactly(FOLDER + "docs.yaml", "docs/registry.md");
        assertThat(text(change.branch(), FOLDER + "docs.yaml")).isEqualTo(STAGED);
        assertThat(text(change.branch(), "docs/registry.md")).isEqualTo(REGISTRY + ROW);
        assertThat(clone.open().commit(change.commit()).subject()).isEqualTo("sync(agent33): Add docs for org/webapp");
    }

    @Test
    void askedAgainItWritesNothing() {
        UpstreamChange change = add();
        int writes = clone.writes();

        assertThat(add()).isEqualTo(change);
        assertThat(clone.writes()).isEqualTo(writes);
    }

    @Test
    void aBranchWithSomethingElseIsNobodysToOverwrite() {
        clone.commitOn("agent33-sync/add/docs", "mine").file("x", "x");

        assertThatThrownBy(this::add)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("agent33-sync/add/docs");
    }

    @Test
    void aRuleWhoseFirstSyncIsImpossibleIsRefused() {
        byte[] nothing = RULE.replace("core/**", "none/**").getBytes(UTF_8);
        byte[] taken = RULE.replace("target_path: docs/", "target_path: .agent33-overrides/")
                .getBytes(UTF_8);

        assertThatThrownBy(() -> onboarding().add("docs.yaml", nothing)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> onboarding().add("docs.yaml", taken)).isInstanceOf(ConfigurationException.class);
        world.webapp().fail(RepositoryException.Reason.NOT_FOUND);
        assertThatThrownBy(this::add).isInstanceOf(RepositoryException.class);
        assertThat(clone.open().branches("agent33-sync/")).isEmpty();
    }

    @Test
    void aRuleThatIsThereIsNotAddedAgain() {
        world.rules(rule(RULE));

        assertThatThrownBy(this::add).isInstanceOf(ConfigurationException.class).hasMessageContaining("rule-exists");
    }

    @Test
    void onceTheFirstSyncIsMergedTheWishesAreFollowed() {
        adopt(add(), rule(STAGED));
        assertThatThrownBy(() -> onboarding().settle("docs"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("run --manual --rule docs");

        world.run(SyncTrigger.manual("docs"));
        world.webapp().merge("agent33-sync/v1.0.0/docs");
        UpstreamChange change = onboarding().settle("docs");

        assertThat(text(change.branch(), FOLDER + "docs.yaml")).isEqualTo(RULE);
        assertThat(change.paths()).hasSize(1);

        adopt(change, rule(RULE));
        assertThatThrownBy(() -> onboarding().settle("docs"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nothing-to-settle");
    }

    @Test
    void aRuleThatGoesIsArchivedAndItsRowTakenAway() {
        adopt(add(), rule(STAGED));
        clone.commit("settled").file(FOLDER + "docs.yaml", RULE);

        UpstreamChange change = onboarding().remove("docs");

        assertThat(clone.tree(change.branch()).find(FOLDER + "docs.yaml")).isEmpty();
        String archived = text(change.branch(), FOLDER + "archived/docs.yaml");
        assertThat(archived).isEqualTo(RULE.replace("on_release", "manual"));
        assertThat(rule(archived).frequency()).isEqualTo(Frequency.MANUAL);
        assertThat(text(change.branch(), "docs/registry.md")).isEqualTo(REGISTRY);
        assertThat(clone.tree(change.branch()).find("core/a.md")).isPresent();
    }

    @Test
    void aRuleIsFoundByItsIdWhateverItsFileIsCalled() {
        clone.commit("named otherwise")
                .file(FOLDER + "team/webapp.yml", RULE)
                .file(FOLDER + "broken.yaml", "sync_rule: 1\n")
                .file(FOLDER + "archived/docs.yaml", RULE.replace("id: docs", "id: old"));

        assertThat(onboarding().remove("docs").paths())
                .extracting(RepoPath::value)
                .containsExactly(FOLDER + "archived/webapp.yml", FOLDER + "team/webapp.yml");
        assertThatThrownBy(() -> onboarding().remove("old")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aDocumentWithoutARegistryStopsItAll() {
        clone.commit("gone").file("docs/registry.md", "# Nothing\n");

        assertThatThrownBy(this::add).isInstanceOf(ConfigurationException.class).hasMessageContaining("no-registry");
        assertThatThrownBy(() -> onboarding().registry(RepoPath.of("none.md")).add("docs.yaml", RULE.getBytes(UTF_8)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.md");
        assertThat(clone.open().branches("agent33-sync/")).isEmpty();
    }
}
