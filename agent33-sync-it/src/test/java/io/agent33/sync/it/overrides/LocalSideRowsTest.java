package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.FileMode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S8's table, steps 2 and 3: the local side meets upstream's. Each row on both forms of the ports. */
class LocalSideRowsTest {
    @TempDir
    private Path folder;

    private OverrideWorld world;

    @BeforeEach
    void delivered() {
        world = new OverrideWorld(folder);
        world.delivered("a.md", Lines.with());
    }

    /** Upstream and the override have changed line 5, each in its own way, and it is merged with its markers. */
    private Synced conflict() {
        world.override("a.md", Lines.with("5=mine"));
        world.release("a.md", Lines.with("5=theirs"));
        return world.sync();
    }

    @Test
    void upstreamAloneChanged() {
        world.release("a.md", Lines.with("5=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(synced.target("a.md")).contains(Lines.with("5=new"));
        assertThat(synced.override("a.md")).isEmpty();
    }

    @Test
    void aNewOverrideIsMergedWithTheNextRelease() {
        world.override("a.md", Lines.with("2=mine"));
        world.release("a.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("new-override docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(synced.override("a.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void aNewOverrideIsDeliveredWithoutANewRelease() {
        world.override("a.md", Lines.with("2=mine"));

        Synced synced = world.sync();

        assertThat(synced.target("a.md")).contains(Lines.with("2=mine"));
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void anOverrideBegunBeforeAReleaseWasMergedDoesNotUndoIt() {
        world.release("a.md", Lines.with("9=new"));
        Synced open = world.propose();
        world.override("a.md", Lines.with("2=mine"));
        world.downstream().merge("agent33-sync/v1.2.0/docs");

        Synced synced = world.sync();

        assertThat(open.notes()).isEmpty();
        assertThat(synced.notes()).containsExactly("new-override docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("2=mine", "9=new"));
    }

    @Test
    void anOverrideBegunBeforeAReleaseDoesNotUndoItWhereTheNextRenames() {
        world.release("a.md", Lines.with("9=new"));
        world.propose();
        world.override("a.md", Lines.with("2=mine"));
        world.downstream().merge("agent33-sync/v1.2.0/docs");
        world.released(world.next().delete("core/a.md").file("core/b.md", Lines.with("9=new")));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("new-override docs/b.md", "renamed docs/b.md");
        assertThat(synced.target("b.md")).contains(Lines.with("2=mine", "9=new"));
    }

    @Test
    void anOverrideBegunOnABranchBeforeAReleaseWasMergedDoesNotUndoIt() {
        world.downstream()
                .git()
                .branch("topic", world.downstream().git().tip("main").orElseThrow());
        world.downstream().commitOn("topic", "mine").file(".agent33-overrides/a.md", Lines.with("2=mine"));
        world.release("a.md", Lines.with("9=new"));
        world.sync();
        world.person("merge topic").merging("topic").file(".agent33-overrides/a.md", Lines.with("2=mine"));

        Synced synced = world.sync();

        assertThat(synced.target("a.md")).contains(Lines.with("2=mine", "9=new"));
    }

    @Test
    void anOverrideThatMeetsTheReleaseItDidNotSeeWaits() {
        world.release("a.md", Lines.with("2=new"));
        world.propose();
        world.override("a.md", Lines.with("2=mine"));
        world.downstream().merge("agent33-sync/v1.2.0/docs");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("override-vs-target docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("2=new"));
        assertThat(synced.override("a.md")).contains(Lines.with("2=mine"));
    }

    @Test
    void anEditInPlaceBecomesTheOverride() {
        world.person("edit").file("docs/a.md", Lines.with("2=mine"));
        world.release("a.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("adopted-drift docs/a.md");
        assertThat(synced.body()).contains("### Adopted Local Changes");
        assertThat(synced.draft()).isFalse();
        assertThat(synced.target("a.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(synced.override("a.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void anExecutableBitSetInPlaceIsKept() {
        world.person("chmod").executable("docs/a.md", Lines.with());
        world.release("a.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("adopted-drift docs/a.md");
        assertThat(world.downstream().tree().find("docs/a.md").orElseThrow().mode())
                .isEqualTo(FileMode.EXECUTABLE);
        assertThat(synced.target("a.md")).contains(Lines.with("9=new"));
        world.release("a.md", Lines.with("9=newer"));
        world.sync();
        assertThat(world.downstream().tree().find("docs/a.md").orElseThrow().mode())
                .isEqualTo(FileMode.EXECUTABLE);
    }

    @Test
    void overrideAndTargetThatWereEditedDifferentlyWait() {
        world.override("a.md", Lines.with("2=one"));
        world.sync();
        world.person("edit both")
                .file("docs/a.md", Lines.with("2=two"))
                .file(".agent33-overrides/a.md", Lines.with("2=three"));
        world.release("a.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("override-vs-target docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("2=two"));
        assertThat(synced.override("a.md")).contains(Lines.with("2=three"));
    }

    @Test
    void overrideAndTargetThatWereEditedApartAreJoined() {
        world.override("a.md", Lines.with("2=one"));
        world.sync();
        world.person("edit both")
                .file("docs/a.md", Lines.with("2=one", "6=in place"))
                .file(".agent33-overrides/a.md", Lines.with("2=one", "12=in the override"));
        world.release("a.md", Lines.with("9=new"));

        assertThat(world.sync().target("a.md"))
                .contains(Lines.with("2=one", "6=in place", "9=new", "12=in the override"));
    }

    @Test
    void aDroppedOverrideGivesUpstreamsFileBack() {
        world.override("a.md", Lines.with("2=mine"));
        world.sync();
        world.person("drop").delete(".agent33-overrides/a.md");

        Synced synced = world.sync();

        assertThat(synced.target("a.md")).contains(Lines.with());
        assertThat(synced.notes()).isEmpty();
    }

    @Test
    void anOverrideThatSaysWhatUpstreamSaysIsRemovedAndListed() {
        world.override("a.md", Lines.with("2=mine"));
        world.sync();
        world.release("a.md", Lines.with("2=mine"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("redundant-override docs/a.md");
        assertThat(synced.override("a.md")).isEmpty();
        assertThat(synced.target("a.md")).contains(Lines.with("2=mine"));
    }

    @Test
    void aPathThatWaitsAloneMakesNoPullRequestForTheNameOfItsRelease() {
        world.override("a.md", Lines.with("2=one"));
        world.sync();
        world.person("edit both")
                .file("docs/a.md", Lines.with("2=two"))
                .file(".agent33-overrides/a.md", Lines.with("2=three"));
        world.release("a.md", Lines.with("9=new"));

        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void aFirstOverrideWithMarkersThatUpstreamDeliversIsTaken() {
        String quoted = "7=<<<<<<< agent33-sync: override";
        world.override("b.md", Lines.with("2=mine", quoted));
        world.release("b.md", Lines.with(quoted));

        assertThat(world.sync().notes()).containsExactly("confirm docs/b.md");
    }

    @Test
    void overrideAndTargetThatAreDroppedAtOnceOfAFileThatIsGoneAreForgotten() {
        world.override("a.md", Lines.with("2=mine"));
        world.sync();
        world.released(world.next().delete("core/a.md").file("core/b.md", "b\n"));
        world.person("drop both").delete("docs/a.md").delete(".agent33-overrides/a.md");

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(synced.target("a.md")).isEmpty();
        assertThat(synced.manifest())
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("core/a.md"));
    }

    @Test
    void anOverrideBegunLongAgoIsFoundBeyondAShallowBorder() {
        world.downstream()
                .git()
                .branch("topic", world.downstream().git().tip("main").orElseThrow());
        world.downstream().commitOn("topic", "mine").file(".agent33-overrides/a.md", Lines.with("2=mine"));
        for (int i = 0; i < 60; i++) {
            world.downstream().commitOn("topic", "later " + i).file("own.txt", i + "\n");
        }
        world.release("a.md", Lines.with("9=new"));
        world.sync();
        world.person("merge topic")
                .merging("topic")
                .file(".agent33-overrides/a.md", Lines.with("2=mine"))
                .file("own.txt", "59\n");
        for (int i = 0; i < 60; i++) {
            world.person("even later " + i).file("own.txt", "main " + i + "\n");
        }

        assertThat(world.sync().target("a.md")).contains(Lines.with("2=mine", "9=new"));
    }

    private static final String STATE = ".agent33-sync-state/docs/";

    /** In memory all history is at hand, on disk none: both have to say the same. */
    @Test
    void aBaselineThatIsNeededAndLostBlocksWithItsPlaceAndTheWayOut() {
        world.person("edit").file("docs/a.md", Lines.with("2=mine"));
        world.person("tidy").delete(STATE + "baseline/docs/a.md");
        world.release("a.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.codes()).containsExactly("state-damaged");
        assertThat(synced.words())
                .contains(STATE + "baseline/docs/a.md", "or delete .agent33-sync-state/docs for a first sync")
                .doesNotContain("into its override");
    }

    @Test
    void anAncestorThatIsLostBlocksAndTheWayOutSavesWhatIsAtTheTarget() {
        conflict();
        world.person("tidy").delete(STATE + "ancestor/docs/a.md");
        world.release("a.md", Lines.with("5=theirs again"));

        assertThat(world.sync().words())
                .contains(
                        STATE + "ancestor/docs/a.md",
                        "put what you want to keep of docs/a.md into its override and delete .agent33-sync-state/docs for");
    }

    @Test
    void contentThatARenamedRuleInheritedAndLostIsLookedForInTheOldFolder() {
        conflict();
        world.person("tidy").delete(STATE + "ancestor/docs/a.md");
        world.rule(OverrideWorld.rule("handbook").build());
        world.release("a.md", Lines.with("5=theirs again"));

        assertThat(world.sync().words())
                .contains(STATE + "ancestor/docs/a.md", "delete .agent33-sync-state/docs for")
                .doesNotContain("state/handbook");
    }
}
