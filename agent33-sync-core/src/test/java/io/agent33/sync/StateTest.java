package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.tree.TreeFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the downstream remembers of a sync: S9. */
class StateTest {
    private static final String MANIFEST = ".agent33-sync-state/docs/manifest.yaml";

    private final World world = new World();

    @BeforeEach
    void releaseOne() {
        world.upstream
                .commit("a")
                .file("core/a.md", "1\n")
                .file("core/b.md", "b\n")
                .tag("v1.0.0");
    }

    private List<String> state() {
        List<String> paths = new ArrayList<>();
        TreeFiles.below(world.webapp().tree(), ".agent33-sync-state", entry -> paths.add(entry.path()));
        return paths;
    }

    private String manifest() {
        TreeEntry entry = world.webapp().tree().find(MANIFEST).orElseThrow();
        return world.text(entry);
    }

    @Test
    void baselinesStandBesideTheManifestAndFollowTheFiles() {
        world.syncAndMerge();
        assertThat(state())
                .containsExactly(
                        ".agent33-sync-state/docs/baseline/docs/a.md",
                        ".agent33-sync-state/docs/baseline/docs/b.md",
                        MANIFEST);
        assertThat(world.webapp()
                        .tree()
                        .find(".agent33-sync-state/docs/baseline/docs/a.md")
                        .orElseThrow()
                        .id())
                .isEqualTo(world.webapp().tree().find("docs/a.md").orElseThrow().id());
        world.upstream.commit("b").delete("core/b.md").file("core/a.md", "2\n").tag("v1.1.0");

        world.syncAndMerge();

        assertThat(state()).containsExactly(".agent33-sync-state/docs/baseline/docs/a.md", MANIFEST);
    }

    @Test
    void theManifestTellsWhatWasDeliveredAndFromWhereAndNoTime() {
        world.syncAndMerge();

        assertThat(manifest())
                .contains(
                        "format: 1",
                        "rule: \"docs\"",
                        "upstream: \"agent33/agent33\"",
                        "release: \"v1.0.0\"",
                        "commit: \""
                                + world.upstream.resolve("v1.0.0").orElseThrow().commit() + "\"",
                        "\"source\":\"core/a.md\",\"target\":\"docs/a.md\"",
                        // printf '1\n' | sha256sum
                        "4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865")
                .doesNotContain("20" + "26", "time");
    }

    @Test
    void aReleaseThatChangesNothingForTheRuleMakesNoPullRequest() {
        world.syncAndMerge();
        world.upstream.commit("b").file("elsewhere.md", "x\n").tag("v1.1.0");
        int requests = world.downstreams.writeRequests();

        assertThat(World.only(world.run())).isEqualTo(new RuleOutcome.Current("v1.1.0"));
        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
    }

    @Test
    void theStateSurvivesSquashAndRebase() {
        world.run();
        world.webapp().squash("agent33-sync/v1.0.0/docs", "an edited message");
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");
        assertThat(World.changes(world.plan(SyncTrigger.due()))).containsExactly("MODIFIED docs/a.md");
        world.run();
        world.webapp().commit("elsewhere").file("x", "y\n");
        world.webapp().rebase("agent33-sync/v1.1.0/docs");

        assertThat(World.only(world.run())).isEqualTo(new RuleOutcome.Current("v1.1.0"));
    }

    @Test
    void anUnmergedPullRequestLeavesNoTrace() {
        world.run();
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");

        assertThat(world.plan(SyncTrigger.due()).proposals().get(0).previous()).isEmpty();
        assertThat(World.changes(world.plan(SyncTrigger.due()))).containsExactly("ADDED docs/a.md", "ADDED docs/b.md");
    }

    @Test
    void aRenamedRuleTakesItsStateAlong() {
        world.syncAndMerge();
        world.rules(World.rule("handbook").build());
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");

        assertThat(world.plan(SyncTrigger.due()).proposals().get(0).previous()).contains("v1.0.0");
        world.syncAndMerge();

        assertThat(state())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).startsWith(".agent33-sync-state/handbook/"));
        assertThat(world.files(world.webapp().tree())).containsEntry("docs/a.md", "2\n");
    }

    @Test
    void aStateOfARuleThatIsStillActiveIsNobodyElses() {
        world.syncAndMerge();
        world.rules(
                World.rule("docs").addExclude("core/**").build(),
                World.rule("handbook").build());

        assertThat(world.plan(SyncTrigger.due().only("handbook"))
                        .proposals()
                        .get(0)
                        .previous())
                .isEmpty();
    }

    @Test
    void aDamagedManifestBlocksTheRuleWithTheWayOut() {
        world.syncAndMerge();
        String edited = manifest().replace("v1.0.0", "v0.9.0");
        world.webapp().commit("edit").file(MANIFEST, edited);

        assertThat(World.codes(world.run())).containsExactly("manifest-edited");
        assertThat(World.only(world.run()).toString()).contains(MANIFEST, "restore it from the downstream's history");
    }

    @Test
    void aManifestOfANewerFormatBlocksTheRule() {
        world.syncAndMerge();
        String newer = manifest().replace("format: 1", "format: 9");
        world.webapp().commit("edit").file(MANIFEST, newer);

        assertThat(World.codes(world.run())).containsExactly("manifest-newer");
    }

    @Test
    void aLostBaselineIsPutBack() {
        world.syncAndMerge();
        world.webapp().commit("oops").delete(".agent33-sync-state/docs/baseline/docs/a.md");

        assertThat(world.plan(SyncTrigger.due()).proposals().get(0).edits())
                .extracting(PlannedEdit::path)
                .asString()
                .contains("baseline/docs/a.md");
    }

    @Test
    void whatAPersonKeepsInAStateFolderStays() {
        world.syncAndMerge();
        world.webapp().commit("mine").file(".agent33-sync-state/docs/baseline/notes.md", "mine\n");
        world.upstream.commit("b").file("core/a.md", "2\n").delete("core/b.md").tag("v1.1.0");

        world.syncAndMerge();

        assertThat(state())
                .containsExactlyInAnyOrder(
                        ".agent33-sync-state/docs/baseline/docs/a.md",
                        ".agent33-sync-state/docs/baseline/notes.md",
                        MANIFEST);
    }

    @Test
    void aRuleThatNoLongerSelectsAFileTakesItAway() {
        world.syncAndMerge();
        world.rules(World.rule("docs").addExclude("core/b.md").build());

        assertThat(World.changes(world.plan(SyncTrigger.due()))).containsExactly("REMOVED docs/b.md");
    }

    @Test
    void aNewTargetPathMovesTheFiles() {
        world.syncAndMerge();
        world.rules(World.rule("docs").targetPath("handbook").build());

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree())).containsOnlyKeys("README.md", "handbook/a.md", "handbook/b.md");
    }

    @Test
    void anyIncludedGlobIsEnoughAndNoneMeansAll() {
        world.upstream.commit("c").file("core/c.txt", "c\n").tag("v1.1.0");
        world.rules(World.rule("docs").addInclude("**/a.*").addInclude("**/c.*").build());

        assertThat(World.changes(world.plan(SyncTrigger.due()))).containsExactly("ADDED docs/a.md", "ADDED docs/c.txt");
    }

    /** Nothing changes for a reader, but the next sync must know where the file comes from. */
    @Test
    void aFileThatMovedUpstreamOnlyIsRecorded() {
        world.syncAndMerge();
        world.upstream
                .commit("move")
                .delete("core/a.md")
                .delete("core/b.md")
                .file("moved/a.md", "1\n")
                .file("moved/b.md", "b\n")
                .tag("v1.1.0");
        world.rules(World.rule("docs").source("moved/**").build());

        assertThat(world.plan(SyncTrigger.due()).proposals())
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.edits())
                        .extracting(edit -> edit.path().value())
                        .containsExactly(MANIFEST));
    }
}
