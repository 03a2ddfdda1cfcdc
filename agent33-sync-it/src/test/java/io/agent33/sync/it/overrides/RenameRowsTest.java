package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.testkit.memory.MemoryCommit;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S8's first row: renames upstream carry whatever is local along. On both forms of the ports. */
class RenameRowsTest {
    @TempDir
    private Path folder;

    private OverrideWorld world;

    @BeforeEach
    void delivered() {
        world = new OverrideWorld(folder);
        world.delivered("old.md", Lines.with());
    }

    private void renamed(String text) {
        world.released(world.next().delete("core/old.md").file("core/new.md", text));
    }

    @Test
    void aFileThatNobodyTouchedIsNotListed() {
        renamed(Lines.with());

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(synced.target("old.md")).isEmpty();
        assertThat(synced.target("new.md")).contains(Lines.with());
    }

    @Test
    void anOverrideMovesWithItsFile() {
        world.override("old.md", Lines.with("2=mine"));
        world.sync();
        renamed(Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("renamed docs/new.md");
        assertThat(synced.target("old.md")).isEmpty();
        assertThat(synced.override("old.md")).isEmpty();
        assertThat(synced.target("new.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(synced.override("new.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void anEditInPlaceMovesWithItsFile() {
        world.person("edit").file("docs/old.md", Lines.with("2=mine"));
        renamed(Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("adopted-drift docs/new.md");
        assertThat(synced.target("old.md")).isEmpty();
        assertThat(synced.target("new.md")).contains(Lines.with("2=mine", "9=new"));
    }

    @Test
    void anOptOutMovesWithItsFile() {
        world.person("opt out").file(".agent33-overrides/.ignore", "/old.md\n");
        world.sync();
        renamed(Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.override(".ignore")).contains("/old.md\n/new.md\n");
        assertThat(synced.target("new.md")).contains(Lines.with());
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void anOpenConflictMovesWithItsFile() {
        world.override("old.md", Lines.with("5=mine"));
        world.release("old.md", Lines.with("5=theirs"));
        world.sync();
        renamed(Lines.with("5=theirs"));

        Synced synced = world.sync();

        assertThat(synced.notes()).contains("open-conflict docs/new.md");
        assertThat(synced.target("old.md")).isEmpty();
        assertThat(synced.target("new.md"))
                .hasValueSatisfying(text -> assertThat(text).containsOnlyOnce("<<<<<<<"));
        world.person("Resolve").file("docs/new.md", Lines.with("5=both"));
        assertThat(world.sync().override("new.md")).contains(Lines.with("5=both"));
    }

    @Test
    void aRenameOntoSomethingElseIsBlocked() {
        world.override("old.md", Lines.with("2=mine"));
        world.sync();
        world.person("other").file("docs/new.md", "something else\n");
        renamed(Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes())
                .containsExactlyInAnyOrder(
                        "rename-blocked docs/new.md", "replaced docs/new.md", "deleted-upstream docs/old.md");
        assertThat(synced.draft()).isTrue();
        assertThat(synced.target("old.md")).contains(Lines.with("2=mine"));
        assertThat(synced.override("old.md")).contains(Lines.with("2=mine"));
    }

    @Test
    void aFolderMovesWithChanges() {
        MemoryCommit files = world.next();
        for (int i = 0; i < 4; i++) {
            files.file("core/guides/" + i + ".md", Lines.with("1=guide " + i));
        }
        world.released(files);
        world.sync();
        world.override("guides/3.md", Lines.with("1=guide 3", "2=mine"));
        world.sync();
        MemoryCommit moved = world.next();
        for (int i = 0; i < 4; i++) {
            moved.delete("core/guides/" + i + ".md")
                    .file("core/handbook/" + i + ".md", Lines.with("1=guide " + i, "9=new"));
        }
        world.released(moved);

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("renamed docs/handbook/3.md");
        assertThat(synced.target("handbook/3.md")).contains(Lines.with("1=guide 3", "2=mine", "9=new"));
        assertThat(synced.target("guides/3.md")).isEmpty();
    }

    @Test
    void aNewTargetPathCarriesWhatIsLocalAlong() {
        world.override("old.md", Lines.with("2=mine"));
        world.sync();
        world.rule(OverrideWorld.rule().targetPath("elsewhere/").build());
        world.release("old.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(world.text("docs/old.md")).isEmpty();
        assertThat(world.text("elsewhere/old.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(synced.override("old.md")).contains(Lines.with("2=mine", "9=new"));
    }

    @Test
    void anotherSourceForTheSameTargetMergesWhatIsLocal() {
        world.released(world.next().file("core/one/x.md", Lines.with()).file("core/a/x.md", Lines.with("9=new")));
        world.rule(OverrideWorld.rule().source("core/one/**").targetPath("x/").build());
        world.sync();
        world.person("edit").file("x/x.md", Lines.with("2=mine"));
        world.rule(OverrideWorld.rule().source("core/a/**").targetPath("x/").build());

        Synced synced = world.sync();

        assertThat(synced.codes()).isEmpty();
        assertThat(world.text("x/x.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void anotherSourceForTheSameTargetWithAnOverrideOfItsOwnBlocks() {
        world.released(world.next().file("core/one/x.md", Lines.with()).file("core/a/x.md", Lines.with("9=new")));
        world.rule(OverrideWorld.rule().source("core/one/**").targetPath("x/").build());
        world.sync();
        world.person("customise")
                .file(".agent33-overrides/one/x.md", Lines.with("2=mine"))
                .file(".agent33-overrides/a/x.md", Lines.with("4=another"));
        world.rule(OverrideWorld.rule().source("core/a/**").targetPath("x/").build());

        assertThat(world.sync().codes()).containsExactly("target-clash");
    }

    /** Two files with nothing in common. */
    private static String other(String... changes) {
        return Lines.with(changes).replace("line", "another text, number");
    }

    @Test
    void aRenameOntoAPathThatAnotherFileLeavesIsFollowed() {
        world.release("next.md", other());
        world.sync();
        world.person("customise")
                .file(".agent33-overrides/old.md", Lines.with("2=mine"))
                .file(".agent33-overrides/next.md", other("2=mine, too"));
        world.sync();
        world.released(world.next()
                .delete("core/old.md")
                .file("core/next.md", Lines.with("9=new"))
                .file("core/last.md", other("9=new, too")));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("renamed docs/last.md", "renamed docs/next.md");
        assertThat(synced.target("old.md")).isEmpty();
        assertThat(synced.override("old.md")).isEmpty();
        assertThat(synced.target("next.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(synced.override("next.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(synced.target("last.md")).contains(other("2=mine, too", "9=new, too"));
        assertThat(synced.override("last.md")).contains(other("2=mine, too", "9=new, too"));
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void twoFilesThatChangedPlacesAreFollowed() {
        world.release("next.md", other());
        world.sync();
        world.override("old.md", Lines.with("2=mine"));
        world.sync();
        world.released(world.next().file("core/old.md", other()).file("core/next.md", Lines.with()));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("renamed docs/next.md");
        assertThat(synced.target("next.md")).contains(Lines.with("2=mine"));
        assertThat(synced.target("old.md")).contains(other());
        assertThat(synced.override("old.md")).isEmpty();
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void aFileThatCannotLeaveBlocksWhatComesToItsPlace() {
        world.release("next.md", other());
        world.sync();
        world.person("customise")
                .file(".agent33-overrides/old.md", Lines.with("2=mine"))
                .file("docs/last.md", "somebody's\n");
        world.sync();
        world.released(world.next()
                .delete("core/old.md")
                .file("core/next.md", Lines.with())
                .file("core/last.md", other()));

        Synced synced = world.sync();

        assertThat(synced.notes())
                .contains("rename-blocked docs/last.md", "rename-blocked docs/next.md", "deleted-upstream docs/old.md");
        assertThat(synced.target("old.md")).contains(Lines.with("2=mine"));
        assertThat(synced.override("old.md")).contains(Lines.with("2=mine"));
    }

    @Test
    void theOptOutOfAFileThatLeavesIsNotThatOfTheOneThatComes() {
        world.release("next.md", other());
        world.sync();
        world.person("customise")
                .file(".agent33-overrides/old.md", Lines.with("2=mine"))
                .file(".agent33-overrides/.ignore", "/next.md\n");
        world.sync();
        world.released(world.next()
                .delete("core/old.md")
                .file("core/next.md", Lines.with())
                .file("core/last.md", other()));

        Synced synced = world.sync();

        assertThat(synced.notes())
                .containsExactlyInAnyOrder("deleted-upstream docs/old.md", "rename-blocked docs/next.md");
        assertThat(synced.target("old.md")).contains(Lines.with("2=mine"));
        assertThat(synced.override(".ignore")).contains("/next.md\n/last.md\n");
    }

    @Test
    void whatLeavesWithItsOptOutLeavesNothingBehindWhereNothingCanCome() {
        world.release("next.md", other());
        world.sync();
        world.person("opt out").file(".agent33-overrides/.ignore", "/next.md\n");
        world.released(world.next()
                .delete("core/old.md")
                .file("core/next.md", Lines.with("9=new"))
                .file("core/last.md", other()));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("rename-blocked docs/next.md");
        assertThat(synced.override(".ignore")).contains("/next.md\n/last.md\n");
        assertThat(synced.target("last.md")).contains(other());
        assertThat(synced.target("next.md")).isEmpty();
        assertThat(synced.target("old.md")).isEmpty();
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void aFileThatIsRewrittenBesideACopyOfWhatItWasStays() {
        world.override("old.md", Lines.with("2=mine"));
        world.sync();
        world.released(world.next().file("core/old.md", Lines.with("9=new")).file("core/copy.md", Lines.with()));

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(synced.target("old.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(synced.target("copy.md")).contains(Lines.with());
    }

    @Test
    void anOverrideThatWaitedWhileItsFileWasRenamedIsStillItsAuthors() {
        world.release("next.md", other());
        world.sync();
        world.person("edit both")
                .file("docs/old.md", Lines.with("5=one"))
                .file(".agent33-overrides/old.md", Lines.with("5=two"))
                .file("docs/next.md", other("5=one"))
                .file(".agent33-overrides/next.md", other("5=two"));
        world.person("delete").delete("docs/old.md");
        world.released(world.next()
                .delete("core/old.md")
                .file("core/new.md", Lines.with("5=theirs"))
                .delete("core/next.md")
                .file("core/last.md", other("5=theirs")));

        Synced synced = world.sync();

        assertThat(synced.notes()).contains("override-vs-target docs/new.md");
        assertThat(synced.override("new.md")).contains(Lines.with("5=two"));
        Synced again = world.sync();
        assertThat(again.isCurrent()).isTrue();
        assertThat(again.notes()).contains("override-vs-target docs/new.md");
        assertThat(again.override("new.md")).contains(Lines.with("5=two"));
    }

    @Test
    void anOverrideThatAPersonMovedToAnotherFileStartsFromThatOne() {
        world.release("next.md", other());
        world.sync();
        world.override("old.md", other("2=mine"));
        world.person("the wrong place")
                .delete(".agent33-overrides/old.md")
                .file(".agent33-overrides/next.md", other("2=mine"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("new-override docs/next.md");
        assertThat(synced.target("next.md")).contains(other("2=mine"));
    }

    private void everythingIsDelivered() {
        world.rule(OverrideWorld.rule().source("{README.md,NOTES.md,core/**}").build());
        world.released(world.next().file("README.md", other()).file("core/old.md", Lines.with()));
        world.sync();
    }

    @Test
    void aCustomisationInTheStateAloneBecomesAnOverrideWhereUpstreamMovesTheFileIntoItsPrefix() {
        everythingIsDelivered();
        world.person("edit").file("docs/README.md", other("2=mine"));
        world.sync();
        world.released(world.next().delete("README.md").file("core/guide.md", other("9=new")));

        Synced synced = world.sync();

        assertThat(synced.override("guide.md")).contains(other("2=mine", "9=new"));
        assertThat(world.text("docs/core/guide.md")).contains(other("2=mine", "9=new"));
        assertThat(synced.notes()).containsExactly("renamed docs/core/guide.md");
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void anOverrideGoesIntoTheStateWhereUpstreamMovesTheFileOutOfItsPrefix() {
        everythingIsDelivered();
        world.override("old.md", Lines.with("2=mine"));
        world.sync();
        world.released(world.next().delete("core/old.md").file("NOTES.md", Lines.with("9=new")));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("renamed docs/NOTES.md");
        assertThat(world.text("docs/NOTES.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(synced.override("old.md")).isEmpty();
        world.released(world.next().file("NOTES.md", Lines.with("9=newer")));
        assertThat(world.sync().target("NOTES.md")).contains(Lines.with("2=mine", "9=newer"));
    }

    @Test
    void anEditThatWaitsIsNotLostWhereUpstreamMovesTheFileOutOfThePrefix() {
        everythingIsDelivered();
        world.override("old.md", Lines.with("2=mine"));
        world.sync();
        world.person("edit both")
                .file(".agent33-overrides/old.md", Lines.with("2=one"))
                .file("docs/core/old.md", Lines.with("2=two"));
        world.released(world.next().delete("core/old.md").file("NOTES.md", Lines.with("9=new")));

        Synced synced = world.sync();

        assertThat(synced.notes()).contains("override-vs-target docs/NOTES.md");
        assertThat(world.text("docs/NOTES.md")).contains(Lines.with("2=two"));
        assertThat(synced.override("old.md")).contains(Lines.with("2=one"));
    }

    @Test
    void anOptOutIsNotListedAsReplacedAndTakesNothingAwayWhereTheTargetPathChanges() {
        world.person("opt out").file(".agent33-overrides/.ignore", "/old.md\n").delete("docs/old.md");
        world.sync();
        world.person("our own").file("elsewhere/old.md", "somebody's\n");
        world.rule(OverrideWorld.rule().targetPath("elsewhere/").build());
        world.release("more.md", "more\n");

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(world.text("elsewhere/old.md")).contains("somebody's\n");
        assertThat(world.sync().isCurrent()).isTrue();
    }
}
