package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.rule.OnExisting;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S8's table, step 1, for paths without a record: a first delivery and what lies there. On both forms of the ports. */
class FirstSyncRowsTest {
    @TempDir
    private Path folder;

    private OverrideWorld world;

    @BeforeEach
    void world() {
        world = new OverrideWorld(folder);
    }

    @Test
    void neverDeliveredAndOptedOutIsUntouched() {
        world.person("opt out").file(".agent33-overrides/.ignore", "a.*\n");
        world.released(world.next().file("core/a.md", "a\n").file("core/b.md", "b\n"));

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(synced.target("a.md")).isEmpty();
        assertThat(synced.target("b.md")).contains("b\n");
        assertThat(synced.manifest())
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("a.md"));
    }

    @Test
    void anOverrideWithoutAnUpstreamFileIsKeptAndListedWithTheNearestName() {
        world.override("orchestator.md", "mine\n");
        world.release("orchestrator.md", "a\n");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("orphan-override .agent33-overrides/orchestator.md");
        assertThat(synced.body()).contains("Redundant Overrides", "orchestrator.md");
        assertThat(synced.override("orchestator.md")).contains("mine\n");
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void theFirstDeliveryIsUpstreams() {
        world.release("a.md", "a\n");

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(synced.target("a.md")).contains("a\n");
        assertThat(synced.override("a.md")).isEmpty();
    }

    @Test
    void theFirstDeliveryReplacesWhatLayThereAndSaysSo() {
        world.person("mine").file("docs/a.md", "mine\n");
        world.release("a.md", "a\n");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("replaced docs/a.md");
        assertThat(synced.body()).contains("### Replaced Files");
        assertThat(synced.target("a.md")).contains("a\n");
    }

    @Test
    void theFirstDeliveryOfWhatLiesThereAlreadyReplacesNothing() {
        world.person("copied by hand").file("docs/a.md", Lines.with());
        world.rule(OverrideWorld.rule().onExisting(OnExisting.BLOCK).build());
        world.release("a.md", Lines.with());

        Synced synced = world.sync();

        assertThat(synced.codes()).isEmpty();
        assertThat(synced.notes()).isEmpty();
        assertThat(synced.target("a.md")).contains(Lines.with());
    }

    @Test
    void theFirstDeliveryReplacesNothingIfTheRuleSaysBlock() {
        world.rule(OverrideWorld.rule().onExisting(OnExisting.BLOCK).build());
        world.person("mine").file("docs/a.md", "mine\n");
        world.release("a.md", "a\n");

        assertThat(world.sync().codes()).containsExactly("unmanaged-file");
    }

    @Test
    void anOverrideBeforeTheFirstDeliveryIsDeliveredAndToBeConfirmed() {
        world.override("a.md", "mine\n");
        world.person("theirs").file("docs/a.md", "another\n");
        world.release("a.md", "a\n");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactlyInAnyOrder("confirm docs/a.md", "replaced docs/a.md");
        assertThat(synced.target("a.md")).contains("mine\n");
        assertThat(synced.override("a.md")).contains("mine\n");
    }

    @Test
    void anOverrideFromBeforeTheFirstSyncThatSaysWhatUpstreamSaysIsRemovedAtOnce() {
        world.override("a.md", Lines.with());
        world.release("a.md", Lines.with());

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("redundant-override docs/a.md");
        assertThat(synced.override("a.md")).isEmpty();
        assertThat(synced.target("a.md")).contains(Lines.with());
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void aFirstOverrideThatHoldsOurMarkersWaits() {
        world.override("b.md", Lines.with("7=<<<<<<< agent33-sync: override"));
        world.release("b.md", Lines.with());

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("markers docs/b.md");
        assertThat(synced.target("b.md")).isEmpty();
    }

    @Test
    void aFileThatIsNeitherOverrideNorUpstreamsBlocksAFirstSyncWithAnOverrideIfTheRuleSaysSo() {
        world.rule(OverrideWorld.rule()
                .onExisting(io.agent33.sync.api.rule.OnExisting.BLOCK)
                .build());
        world.override("b.md", Lines.with("2=mine"));
        world.person("own").file("docs/b.md", "another\n");
        world.release("b.md", Lines.with());

        assertThat(world.sync().codes()).containsExactly("unmanaged-file");
    }

    @Test
    void aFileThatGivesWayToARedundantFirstOverrideIsListed() {
        world.override("b.md", Lines.with());
        world.person("own").file("docs/b.md", "another\n");
        world.release("b.md", Lines.with());

        assertThat(world.sync().notes())
                .containsExactlyInAnyOrder("redundant-override docs/b.md", "replaced docs/b.md");
    }

    @Test
    void aFileThatSaysWhatTheFirstOverrideSaysIsNotListed() {
        world.override("b.md", Lines.with("2=mine"));
        world.person("own").file("docs/b.md", Lines.with("2=mine"));
        world.release("b.md", Lines.with());

        assertThat(world.sync().notes()).containsExactly("confirm docs/b.md");
    }
}
