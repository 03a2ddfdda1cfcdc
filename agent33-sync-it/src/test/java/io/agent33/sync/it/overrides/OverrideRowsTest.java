package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.rule.OnDrift;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S8's table, step 1, for paths that a merged sync knows: what became of each. Each row on both forms of the ports. */
class OverrideRowsTest {
    @TempDir
    private Path folder;

    private OverrideWorld world;

    @BeforeEach
    void world() {
        world = new OverrideWorld(folder);
    }

    private void onDrift(OnDrift choice) {
        world.rule(OverrideWorld.rule().onDrift(choice).build());
    }

    private void delivered() {
        world.release("a.md", Lines.with());
        world.sync();
    }

    private void deliveredWithOverride() {
        world.override("a.md", Lines.with("2=mine"));
        delivered();
    }

    @Test
    void optedOutLaterIsUntouchedAndItsRecordKept() {
        delivered();
        world.person("opt out").file(".agent33-overrides/.ignore", "/a.md\n");
        world.release("a.md", Lines.with("3=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(synced.target("a.md")).contains(Lines.with());
        assertThat(synced.manifest())
                .hasValueSatisfying(text -> assertThat(text).contains("\"ignored\""));
    }

    @Test
    void anIgnoredRecordIsDroppedWhenNothingIsLeft() {
        delivered();
        world.person("opt out").file(".agent33-overrides/.ignore", "/a.md\n").delete("docs/a.md");
        world.releaseWithout("a.md");

        assertThat(world.sync().manifest())
                .hasValueSatisfying(text -> assertThat(text).contains("files: []"));
    }

    @Test
    void goneUpstreamAndHereIsForgotten() {
        delivered();
        world.person("rm").delete("docs/a.md");
        world.releaseWithout("a.md");

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(synced.manifest())
                .hasValueSatisfying(text -> assertThat(text).contains("files: []"));
    }

    @Test
    void goneUpstreamIsDeleted() {
        delivered();
        world.releaseWithout("a.md");

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(synced.target("a.md")).isEmpty();
    }

    @Test
    void goneUpstreamWithAnOverrideThatSaysWhatItSaidIsDeleted() {
        delivered();
        world.override("a.md", Lines.with());
        world.releaseWithout("a.md");

        Synced synced = world.sync();

        assertThat(synced.target("a.md")).isEmpty();
        assertThat(synced.manifest())
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("a.md"));
    }

    @Test
    void goneUpstreamAfterItsOverrideWasRemovedIsDeletedAndListed() {
        deliveredWithOverride();
        world.person("rm").delete(".agent33-overrides/a.md");
        world.releaseWithout("a.md");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("override-removed docs/a.md");
        assertThat(synced.target("a.md")).isEmpty();
    }

    @Test
    void goneUpstreamButCustomisedIsKeptAndReportedOnce() {
        deliveredWithOverride();
        world.releaseWithout("a.md");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("deleted-upstream docs/a.md");
        assertThat(synced.draft()).isTrue();
        assertThat(synced.target("a.md")).contains(Lines.with("2=mine"));
        assertThat(synced.manifest())
                .hasValueSatisfying(text -> assertThat(text).contains("\"released\""));
        Synced again = world.sync();
        assertThat(again.isCurrent()).isTrue();
        assertThat(again.notes()).isEmpty();
    }

    @Test
    void editedInPlaceAndGoneUpstreamIsKept() {
        delivered();
        world.person("edit").file("docs/a.md", Lines.with("2=mine"));
        world.releaseWithout("a.md");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("deleted-upstream docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("2=mine"));
    }

    @Test
    void backUpstreamGoesOnWhereItWas() {
        deliveredWithOverride();
        world.releaseWithout("a.md");
        world.sync();
        world.release("a.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.target("a.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(synced.manifest())
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("released"));
    }

    @Test
    void wantedAgainAfterAnOptOutIsRestored() {
        delivered();
        world.person("opt out").file(".agent33-overrides/.ignore", "/a.md\n").delete("docs/a.md");
        world.release("b.md", "b\n");
        world.sync();
        world.person("opt in").delete(".agent33-overrides/.ignore");
        world.release("a.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(synced.target("a.md")).contains(Lines.with("9=new"));
    }

    @Test
    void deletedHereIsOptedOutOf() {
        delivered();
        world.person("rm").delete("docs/a.md");
        world.release("a.md", Lines.with("3=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("opted-out docs/a.md");
        assertThat(synced.body()).contains("### Adopted Local Changes");
        assertThat(synced.target("a.md")).isEmpty();
        assertThat(synced.override(".ignore")).contains("/a.md\n");
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void deletedHereWithAnEditedOverrideIsRestored() {
        deliveredWithOverride();
        world.person("rm").delete("docs/a.md").file(".agent33-overrides/a.md", Lines.with("2=mine", "5=more"));
        world.release("a.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("restored docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("2=mine", "5=more", "9=new"));
    }

    @Test
    void deletedHereIsRestoredIfEditsAreOverwritten() {
        onDrift(OnDrift.OVERWRITE);
        delivered();
        world.person("rm").delete("docs/a.md");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("restored docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with());
    }

    @Test
    void deletedHereBlocksIfTheRuleSaysSo() {
        onDrift(OnDrift.BLOCK);
        delivered();
        world.person("rm").delete("docs/a.md");

        assertThat(world.sync().codes()).containsExactly("deleted-downstream");
    }

    @Test
    void anEditInPlaceBlocksIfTheRuleSaysSo() {
        onDrift(OnDrift.BLOCK);
        delivered();
        world.person("edit").file("docs/a.md", Lines.with("2=mine"));

        assertThat(world.sync().codes()).containsExactly("drift");
    }

    @Test
    void anEditInPlaceIsOverwrittenIfTheRuleSaysSo() {
        onDrift(OnDrift.OVERWRITE);
        delivered();
        world.person("edit").file("docs/a.md", Lines.with("2=mine"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("overwritten docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with());
        assertThat(synced.override("a.md")).isEmpty();
    }

    @Test
    void anOverrideWithMarkersWaits() {
        deliveredWithOverride();
        String marked = "<<<<<<< agent33-sync: override\n" + Lines.with("2=mine");
        world.override("a.md", marked);
        world.released(world.next().file("core/a.md", Lines.with("9=new")).file("core/b.md", "b\n"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("markers docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("2=mine"));
        assertThat(synced.override("a.md")).contains(marked);
        assertThat(synced.target("b.md")).contains("b\n");
    }

    @Test
    void aTargetWithMarkersButWithoutAConflictWaits() {
        delivered();
        String marked = ">>>>>>> agent33-sync: v1.0.0\n" + Lines.with();
        world.person("paste").file("docs/a.md", marked);
        world.release("a.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("markers docs/a.md");
        assertThat(world.text("docs/a.md")).contains(marked);
    }

    @Test
    void aLinkWhereAFileWasDeliveredWaits() {
        delivered();
        world.person("link").symlink("docs/a.md", "elsewhere.md");
        world.release("a.md", Lines.with("9=new"));

        assertThat(world.sync().notes()).containsExactly("not-a-file docs/a.md");
    }

    @Test
    void whatStoodInTheOptOutFileStaysByteForByte() {
        delivered();
        byte[] before = {'#', ' ', (byte) 0xE9, '\r', '\n', 'x'};
        world.person("rm").delete("docs/a.md").file(".agent33-overrides/.ignore", before);

        world.sync();

        assertThat(world.text(".agent33-overrides/.ignore"))
                .hasValueSatisfying(text -> assertThat(text).endsWith("\r\nx\r\n/a.md\r\n"));
        assertThat(world.bytes(".agent33-overrides/.ignore")).startsWith(before);
    }

    @Test
    void whatWasEditedWhileOptedOutIsNoDriftWhateverTheRuleSays() {
        onDrift(OnDrift.BLOCK);
        delivered();
        world.person("opt out").file(".agent33-overrides/.ignore", "/a.md\n").file("docs/a.md", Lines.with("2=mine"));
        world.release("b.md", "b\n");
        world.sync();
        world.person("opt in").delete(".agent33-overrides/.ignore");
        world.release("a.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.codes()).isEmpty();
        assertThat(synced.notes()).containsExactly("adopted-drift docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("2=mine", "9=new"));
    }

    @Test
    void whatLiesOutsideOfThePrefixIsOptedOutOfUnderItsOwnName() {
        world.rule(OverrideWorld.rule().source("{README.md,core/**}").build());
        world.person("opt out").file(".agent33-overrides/.ignore", "/README.md\n");
        world.released(world.next().file("README.md", "outside\n").file("core/README.md", "inside\n"));

        Synced synced = world.sync();

        assertThat(synced.target("README.md")).contains("outside\n");
        assertThat(synced.target("core/README.md")).isEmpty();
        world.person("rm").delete("docs/README.md");
        assertThat(world.sync().override(".ignore")).contains("/README.md\n/upstream:/README.md\n");
        assertThat(world.sync().isCurrent()).isTrue();
        assertThat(world.text("docs/README.md")).isEmpty();
    }
}
