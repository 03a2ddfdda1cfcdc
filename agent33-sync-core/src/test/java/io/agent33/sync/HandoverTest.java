package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs to whom: between rules, between upstreams, between rules that can be read and those that cannot. */
class HandoverTest {
    private static final String STATE = ".agent33-sync-state/docs/manifest.yaml";

    private final World world = new World();

    @BeforeEach
    void merged() {
        world.upstream
                .commit("1")
                .file("core/a.md", "a1\n")
                .file("core/b.md", "b1\n")
                .tag("v1.0.0");
        world.syncAndMerge();
    }

    @Test
    void aFileThatGoesOverToAnotherRuleIsNotDeleted() {
        world.rules(
                World.rule("docs").addExclude("core/b.md").build(),
                World.rule("only-b").source("core/b.md").build());

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree())).containsEntry("docs/b.md", "b1\n");
        assertThat(world.run().results())
                .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(RuleOutcome.Current.class));
    }

    @Test
    void whatAnotherRuleDeliversToAnotherBranchIsTakenAwayFromThisOne() {
        world.webapp().commitOn("dev", "begin").file("dev.md", "dev\n");
        world.rules(
                World.rule("docs").addExclude("core/b.md").build(),
                World.rule("only-b").source("core/b.md").branch("dev").build());

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree("main")))
                .containsKey("docs/a.md")
                .doesNotContainKey("docs/b.md");
    }

    @Test
    void aBranchThatIsNamedAndTheDefaultOneAreTheSameBase() {
        world.rules(
                World.rule("docs").addExclude("core/b.md").build(),
                World.rule("only-b").source("core/b.md").branch("main").build());

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree())).containsEntry("docs/b.md", "b1\n");
    }

    @Test
    void anotherUpstreamsManifestIsNotTrusted() {
        MemoryUpstream other = MemoryUpstream.named("other/upstream");
        other.commit("1").file("core/z.md", "z\n").tag("v5.0.0");

        SyncPlan plan = SyncEngine.builder()
                .upstream(other)
                .downstreams(world.downstreams)
                .publisher(world.publisher)
                .rules(RuleSource.of(World.rule("docs").targetPath("zdocs").build()))
                .build()
                .plan(SyncTrigger.due());

        assertThat(plan.proposals()).isEmpty();
        assertThat(plan.toString()).contains("manifest-foreign", "agent33/agent33");
    }

    @Test
    void anotherRulesManifestIsNotTrusted() {
        String copied = world.text(world.webapp().tree().find(STATE).orElseThrow());
        world.webapp().commit("copy").file(".agent33-sync-state/prompts/manifest.yaml", copied);
        world.rules(World.rule("prompts").targetPath("p").build());

        assertThat(World.codes(world.run())).containsExactly("manifest-foreign");
    }

    @Test
    void aRuleThatCannotBeReadHasNotVanished() {
        world.rules(
                World.rule("docs").addExclude("[").build(),
                World.rule("other").source("core/*.md").build());

        assertThat(World.codes(world.run())).containsExactly("state-owner-unknown");
    }

    @Test
    void aFileOfOneRuleWhereAnotherNeedsAFolderBlocksBoth() {
        world.rules(
                World.rule("docs").build(),
                World.rule("below").targetPath("docs/a.md/more").build());

        assertThat(world.run().results())
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.outcome())
                        .isInstanceOfSatisfying(
                                RuleOutcome.Blocked.class,
                                blocked -> assertThat(blocked.objections())
                                        .extracting("code")
                                        .containsExactly("target-clash")));
    }

    @Test
    void somebodyElsesDamagedStateIsNobodysConcern() {
        world.webapp().commit("x").file(".agent33-sync-state/ghost/manifest.yaml", "rubbish\n");
        world.webapp().commit("y").file(".agent33-sync-state/aux/notes", "x");
        world.rules(World.rule("fresh").targetPath("fresh").build());

        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Proposed.class);
    }

    @Test
    void anOverrideForAFileOfTwoRulesBlocksBoth() {
        world.upstream
                .commit("1")
                .file("core/a.md", "1\n")
                .file("core/b.md", "1\n")
                .tag("v1.0.0");
        world.rules(
                World.rule("one").targetPath("one").build(),
                World.rule("two").targetPath("two").addExclude("core/b.md").build());
        world.syncAndMerge();
        world.webapp()
                .commit("mine")
                .file(".agent33-overrides/a.md", "mine\n")
                .file(".agent33-overrides/b.md", "mine\n");

        assertThat(world.run().results())
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.outcome().toString())
                        .contains("shared-override", ".agent33-overrides/a.md")
                        .doesNotContain("b.md"));
    }
}
