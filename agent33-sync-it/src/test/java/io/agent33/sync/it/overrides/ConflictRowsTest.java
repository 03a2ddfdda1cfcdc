package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.rule.OnDrift;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S8's table, steps 2 and 3: conflicts, their markers and their resolution. Each row on both forms of the ports. */
class ConflictRowsTest {
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
    void hunksThatMeetAreMarkedInADraft() {
        Synced synced = conflict();

        assertThat(synced.notes()).containsExactlyInAnyOrder("new-override docs/a.md", "conflict docs/a.md");
        assertThat(synced.noted())
                .filteredOn(note -> note.kind().key().equals("conflict"))
                .singleElement()
                .satisfies(note -> assertThat(note.lines()).containsExactly(new Conflict(5, 11)));
        assertThat(synced.draft()).isTrue();
        assertThat(synced.body()).contains("### Conflicts", "docs/a.md", "5-11");
        assertThat(synced.target("a.md"))
                .hasValueSatisfying(text -> assertThat(text).contains("""
                        line 4
                        <<<<<<< agent33-sync: override
                        mine
                        ||||||| agent33-sync: baseline v1.1.0
                        line 5
                        =======
                        theirs
                        >>>>>>> agent33-sync: v1.2.0
                        line 6
                        """));
        assertThat(synced.override("a.md")).contains(Lines.with("5=mine"));
    }

    @Test
    void anOpenConflictStaysListedAndNothingIsDone() {
        conflict();

        Synced synced = world.sync();

        assertThat(synced.isCurrent()).isTrue();
        assertThat(synced.notes()).containsExactly("open-conflict docs/a.md");
    }

    @Test
    void anOpenConflictThatMeetsAnotherReleaseIsMergedAgainAndNeverNested() {
        conflict();
        world.release("a.md", Lines.with("5=theirs again"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("conflict docs/a.md");
        assertThat(synced.target("a.md"))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("mine\n", "line 5\n", "theirs again\n")
                        .doesNotContain("theirs\n")
                        .containsOnlyOnce("<<<<<<<"));
    }

    @Test
    void anOpenConflictEndsWhenUpstreamGivesWay() {
        conflict();
        world.release("a.md", Lines.with("9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).isEmpty();
        assertThat(synced.target("a.md")).contains(Lines.with("5=mine", "9=new"));
    }

    @Test
    void anOpenConflictEndsWhenTheOverrideIsDropped() {
        conflict();
        world.person("drop").delete(".agent33-overrides/a.md");

        assertThat(world.sync().target("a.md")).contains(Lines.with("5=theirs"));
    }

    @Test
    void anOpenConflictWhoseOverrideIsDroppedIsKeptWhereUpstreamDeletesTheFile() {
        conflict();
        world.person("drop").delete(".agent33-overrides/a.md");
        world.releaseWithout("a.md");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("deleted-upstream docs/a.md");
        assertThat(synced.target("a.md"))
                .hasValueSatisfying(text -> assertThat(text).contains("mine\n"));
    }

    @ParameterizedTest
    @EnumSource
    void aResolutionIsNoDriftWhateverTheRuleSaysOfDrift(OnDrift choice) {
        world.rule(OverrideWorld.rule().onDrift(choice).build());
        conflict();
        world.person("Keep both").file("docs/a.md", Lines.with("5=mine and theirs"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("resolved docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("5=mine and theirs"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADOPT")
    void aFileDeletedDuringItsConflictIsPutBackWithItsMarkers(OnDrift choice) {
        world.rule(OverrideWorld.rule().onDrift(choice).build());
        String marked = conflict().target("a.md").orElseThrow();
        world.person("rm").delete("docs/a.md");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactlyInAnyOrder("restored docs/a.md", "open-conflict docs/a.md");
        assertThat(synced.target("a.md")).contains(marked);
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void aHalfResolvedConflictIsKept() {
        conflict();
        String half = world.text("docs/a.md").orElseThrow().replace("line 12", "half done");
        world.person("half").file("docs/a.md", half);
        world.release("a.md", Lines.with("5=theirs", "9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("open-conflict docs/a.md");
        assertThat(synced.target("a.md")).contains(half);
    }

    @Test
    void aResolutionIsKeptAsTheOverride() {
        conflict();
        world.person("Keep both").file("docs/a.md", Lines.with("5=mine and theirs"));
        world.release("a.md", Lines.with("5=theirs", "9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("resolved docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("5=mine and theirs", "9=new"));
        assertThat(synced.override("a.md")).contains(Lines.with("5=mine and theirs", "9=new"));
        assertThat(world.sync().isCurrent()).isTrue();
    }

    @Test
    void aResolutionIsLoggedOnce() {
        conflict();
        world.person("Keep our wording, see the minutes").file("docs/a.md", Lines.with("5=mine"));
        world.release("a.md", Lines.with("5=theirs", "9=new"));
        world.sync();
        world.release("a.md", Lines.with("5=theirs", "9=newer"));
        world.sync();

        assertThat(world.text("DECISIONS.md")).contains("""
                # Decisions

                ```yaml
                conflict_resolution:
                  date: "2026-01-01"
                  sync_version: "v1.2.0"
                  file: "docs/a.md"
                  decision: "Kept downstream override (Keep our wording, see the minutes)"
                  resolved_by: "A Person"
                ```
                """);
    }

    @Test
    void aResolutionForUpstreamRemovesTheOverride() {
        conflict();
        world.person("Take theirs").file("docs/a.md", Lines.with("5=theirs"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactlyInAnyOrder("resolved docs/a.md", "redundant-override docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("5=theirs"));
        assertThat(synced.override("a.md")).isEmpty();
    }

    @Test
    void aResolutionThatTheOverrideContradictsWaits() {
        conflict();
        world.person("Resolve")
                .file("docs/a.md", Lines.with("5=one"))
                .file(".agent33-overrides/a.md", Lines.with("5=another"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("override-vs-target docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("5=one"));
        assertThat(synced.override("a.md")).contains(Lines.with("5=another"));
    }

    @Test
    void aBinaryFileThatBothChangedStaysLocalAndIsListedOnce() {
        byte[] mine = {0, 1, 2, 3};
        byte[] theirs = {0, 9, 9, 9};
        world.released(world.next().file("core/logo.bin", new byte[] {0, 1}));
        world.sync();
        world.person("logo").file(".agent33-overrides/logo.bin", mine);
        world.released(world.next().file("core/logo.bin", theirs));

        Synced synced = world.sync();

        assertThat(synced.notes())
                .containsExactlyInAnyOrder("new-override docs/logo.bin", "binary-conflict docs/logo.bin");
        assertThat(synced.draft()).isTrue();
        assertThat(synced.target("logo.bin")).contains(new String(mine, java.nio.charset.StandardCharsets.UTF_8));
        Synced again = world.sync();
        assertThat(again.isCurrent()).isTrue();
        assertThat(again.notes()).isEmpty();
    }

    @Test
    void theMarkersNameTheReleaseOfABaselineThatWaited() {
        world.released(world.next().file("core/b.md", "b 1\n"));
        world.sync();
        world.override("a.md", Lines.with("2=one"));
        world.sync();
        world.person("edit both")
                .file("docs/a.md", Lines.with("2=two"))
                .file(".agent33-overrides/a.md", Lines.with("2=three"));
        world.released(world.next().file("core/b.md", "b 2\n"));
        assertThat(world.sync().notes()).containsExactly("override-vs-target docs/a.md");
        assertThat(world.text(".agent33-sync-state/docs/manifest.yaml"))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("release: \"v1.3.0\"")
                        .containsOnlyOnce("\"baseline_release\":\"v1.2.0\""));
        assertThat(world.sync().isCurrent()).isTrue();
        world.person("agree")
                .file("docs/a.md", Lines.with("2=one"))
                .file(".agent33-overrides/a.md", Lines.with("2=one"));
        world.released(world.next().file("core/a.md", Lines.with("2=theirs")).file("core/b.md", "b 3\n"));

        assertThat(world.sync().target("a.md"))
                .hasValueSatisfying(text -> assertThat(text).contains("||||||| agent33-sync: baseline v1.2.0\n"));
    }

    @Test
    void markersThatUpstreamDeliversFreezeNothing() {
        String quoted = "7=<<<<<<< agent33-sync: override";
        world.release("a.md", Lines.with(quoted));
        world.sync();
        world.override("a.md", Lines.with("2=mine", quoted));
        world.release("a.md", Lines.with(quoted, "9=new"));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("new-override docs/a.md");
        world.person("edit").file("docs/a.md", Lines.with("2=mine", "4=in place", quoted, "9=new"));
        assertThat(world.sync().notes()).containsExactly("adopted-drift docs/a.md");
        world.release("a.md", Lines.with("2=theirs", quoted, "9=new"));
        assertThat(world.sync().notes()).containsExactly("conflict docs/a.md");
        world.person("Resolve").file("docs/a.md", Lines.with("2=both", "4=in place", quoted, "9=new"));
        assertThat(world.sync().notes()).containsExactly("resolved docs/a.md");
    }

    @Test
    void aResolutionBesideADroppedOverrideWaitsWhereTheTwoDisagree() {
        conflict();
        world.person("Resolve and drop").file("docs/a.md", Lines.with("5=both")).delete(".agent33-overrides/a.md");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("override-vs-target docs/a.md");
        assertThat(synced.target("a.md")).contains(Lines.with("5=both"));
    }

    @Test
    void aResolutionInThePullRequestIsLoggedUnderTheNameOfWhoMadeIt() {
        world.override("a.md", Lines.with("5=mine"));
        world.release("a.md", Lines.with("5=theirs"));
        world.propose();
        world.downstream()
                .commitOn("agent33-sync/v1.2.0/docs", "Both are needed")
                .file("docs/a.md", Lines.with("5=both"));
        world.downstream().merge("agent33-sync/v1.2.0/docs");
        world.downstream().git().deleteBranch("agent33-sync/v1.2.0/docs");

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("resolved docs/a.md");
        assertThat(world.text("DECISIONS.md"))
                .hasValueSatisfying(text -> assertThat(text).contains("(Both are needed)"));
    }
}
