package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.trigger.RollbackRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others did since a sync that is taken back, and to the rollback itself (S12), on both forms of the ports. */
class RollbackConflictsTest {
    private static final String TEXT = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n";
    private static final String NEW = TEXT.replace("two", "TWO");
    private static final String MEMORY = ".agent33-sync-state/docs/rolled-back.yaml";
    private static final String BRANCH = "agent33-sync/rollback/v1.2.0/docs";

    @TempDir
    Path folder;

    private OverrideWorld world;

    @BeforeEach
    void begin() {
        world = new OverrideWorld(folder);
        world.release("a.md", TEXT);
        world.sync();
    }

    private void second() {
        world.release("a.md", NEW);
        world.sync();
    }

    private static RollbackRequest request() {
        return RollbackRequest.of("docs", "breaks the build");
    }

    private RuleResult merged() {
        RuleResult result = world.rollback(request());
        assertThat(result.outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        world.downstream()
                .merge(((RuleOutcome.Proposed) result.outcome()).head().branch());
        return result;
    }

    private static List<String> notes(RuleResult result) {
        return result.notes().stream()
                .map(note -> note.kind().key() + " " + note.path())
                .toList();
    }

    private List<String> codes(RuleResult result) {
        assertThat(world.issues.issues()).isEmpty();
        assertThat(result.outcome()).isInstanceOf(RuleOutcome.Blocked.class);
        return ((RuleOutcome.Blocked) result.outcome())
                .objections().stream().map(objection -> objection.code()).toList();
    }

    @Test
    void aBinaryFileThatWasEditedSinceStays() {
        world.released(world.next().file("core/x.bin", new byte[] {0, 1}));
        world.sync();
        world.released(world.next().file("core/x.bin", new byte[] {0, 2}));
        world.sync();
        world.person("edit").file("docs/x.bin", new byte[] {0, 3});
        RuleResult result = merged();

        assertThat(notes(result)).containsExactly("binary-conflict docs/x.bin");
        assertThat(world.bytes("docs/x.bin")).containsExactly(0, 3);
    }

    @Test
    void aModeThatTheSyncChangedGoesBackUnderALaterEdit() {
        world.released(world.next().executable("core/a.md", NEW));
        world.sync();
        world.person("edit").executable("docs/a.md", NEW.replace("six", "6"));
        RuleResult result = merged();

        assertThat(result.notes()).isEmpty();
        assertThat(world.text("docs/a.md")).contains(TEXT.replace("six", "6"));
        assertThat(mode("docs/a.md")).isEqualTo(FileMode.REGULAR);
    }

    @Test
    void aModeThatSomebodyChangedSinceStays() {
        second();
        world.person("mode").executable("docs/a.md", NEW);
        RuleResult result = merged();

        assertThat(result.notes()).isEmpty();
        assertThat(world.text("docs/a.md")).contains(TEXT);
        assertThat(mode("docs/a.md")).isEqualTo(FileMode.EXECUTABLE);
    }

    private FileMode mode(String path) {
        return world.downstream().tree().find(path).orElseThrow().mode();
    }

    @Test
    void aLinkInThePlaceOfTheFileStaysALink() {
        second();
        world.person("link").symlink("docs/a.md", "../elsewhere.md");
        RuleResult result = merged();

        assertThat(notes(result)).containsExactly("changed-since docs/a.md");
        assertThat(mode("docs/a.md")).isEqualTo(FileMode.SYMLINK);
        assertThat(new String(world.bytes("docs/a.md"), StandardCharsets.UTF_8)).isEqualTo("../elsewhere.md");
    }

    @Test
    void aSubmoduleInThePlaceOfTheFileStays() {
        second();
        world.person("module")
                .delete("docs/a.md")
                .submodule("docs/a.md", world.upstream.git().tagged("v1.1.0"));
        assertThat(notes(merged())).containsExactly("changed-since docs/a.md");
        assertThat(mode("docs/a.md")).isEqualTo(FileMode.SUBMODULE);
    }

    @Test
    void deletionsAgainstEditsStayAndAreToldInTheirOwnWords() {
        world.released(world.next().file("core/gone.md", "g\n"));
        world.sync();
        world.released(
                world.next().file("core/a.md", NEW).file("core/b.md", "b\n").delete("core/gone.md"));
        world.sync();
        world.person("edit").delete("docs/a.md").file("docs/b.md", "mine\n").file("docs/gone.md", "mine too\n");
        RuleResult result = merged();

        assertThat(notes(result))
                .containsExactly("changed-since docs/a.md", "changed-since docs/b.md", "changed-since docs/gone.md");
        assertThat(result.notes())
                .extracting(PathNote::text)
                .containsExactly(
                        "the sync had changed it; it was deleted since",
                        "the sync had added it; it was edited since",
                        "the sync had deleted it; it was put back since");
        assertThat(world.publisher.written().get(0).text().body())
                .contains("changed here since the sync; it stays as it is")
                .doesNotContain("both sides changed the same lines");
        assertThat(world.text("docs/a.md")).isEmpty();
        assertThat(world.text("docs/b.md")).contains("mine\n");
        assertThat(world.text("docs/gone.md")).contains("mine too\n");
    }

    @Test
    void aFileThatSomebodyMovedSinceStaysWhereItIs() {
        second();
        world.person("move").delete("docs/a.md").file("docs/moved.md", NEW);
        assertThat(notes(merged())).containsExactly("changed-since docs/a.md");
        assertThat(world.text("docs/moved.md")).contains(NEW);
    }

    @Test
    void anUpstreamRenameIsTakenBackAndALaterEditStays() {
        world.released(world.next().delete("core/a.md").file("core/z.md", TEXT));
        world.sync();
        world.person("edit").file("docs/z.md", TEXT.replace("six", "6"));
        assertThat(notes(merged())).containsExactly("changed-since docs/z.md");
        assertThat(world.text("docs/a.md")).contains(TEXT);
        assertThat(world.text("docs/z.md")).contains(TEXT.replace("six", "6"));
    }

    @Test
    void markersNeverLandInAnOverride() {
        world.person("drift").file("docs/a.md", TEXT.replace("six", "6"));
        world.release("a.md", NEW);
        world.sync();
        assertThat(world.text(".agent33-overrides/a.md")).isPresent();
        world.override("a.md", NEW.replace("six", "VI").replace("two", "II").replace("TWO", "II"));
        world.person("also").file("docs/a.md", NEW.replace("six", "VI").replace("TWO", "II"));
        RuleResult result = merged();

        assertThat(notes(result)).contains("changed-since .agent33-overrides/a.md", "conflict docs/a.md");
        assertThat(world.text(".agent33-overrides/a.md"))
                .contains(NEW.replace("six", "VI").replace("TWO", "II"));
    }

    @Test
    void markersNeverLandInTheOptOuts() {
        world.released(world.next().file("core/b.md", "b\n").file("core/c.md", "c\n"));
        world.sync();
        world.person("opt out").file(".agent33-overrides/.ignore", "/x.md\n").delete("docs/b.md");
        world.release("a.md", NEW);
        world.sync();
        String written = world.text(".agent33-overrides/.ignore").orElseThrow();
        assertThat(written).contains("b.md");
        String edited = written.replace("b.md", "[bc].md");
        world.person("edit").file(".agent33-overrides/.ignore", edited);
        RuleResult result = merged();

        assertThat(notes(result)).containsExactly("changed-since .agent33-overrides/.ignore");
        assertThat(world.text(".agent33-overrides/.ignore")).contains(edited);
    }

    @Test
    void markersThatWereMergedFreezeTheFile() {
        second();
        world.person("edit").file("docs/a.md", TEXT.replace("two", "2"));
        assertThat(notes(merged())).containsExactly("conflict docs/a.md");
        String marked = world.text("docs/a.md").orElseThrow();
        assertThat(marked).contains("edited since", "before v1.2.0");
        world.release("a.md", TEXT.replace("two", "II"));
        Synced next = world.sync();

        assertThat(next.notes()).containsExactly("markers docs/a.md");
        assertThat(world.text("docs/a.md")).contains(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "releases: v1.2.0\n",
                "nonsense",
                "format: 1\nreleases:\n  - \"v1/../x\"\n",
                "format: 1\nreleases:\n  - 12\n",
                "format: x\nreleases: []\n"
            })
    void aDamagedMemoryBlocks(String damaged) {
        second();
        world.person("damage").file(MEMORY, damaged);
        assertThat(codes(world.rollback(request()))).containsExactly("rolled-back-damaged");
        assertThat(codes(world.allow("v1.2.0"))).containsExactly("rolled-back-damaged");
        world.release("a.md", TEXT.replace("two", "2"));
        assertThat(world.propose().codes()).containsExactly("rolled-back-damaged");
    }

    @Test
    void aNewerMemoryBlocksAndSaysSo() {
        second();
        world.person("newer").file(MEMORY, "format: 2\nreleases:\n  - \"v1.0.0\"\nwhy: {}\n");
        assertThat(codes(world.rollback(request()))).containsExactly("rolled-back-newer");
    }

    @Test
    void aBranchThatAPersonTouchedIsLeftAlone() {
        second();
        assertThat(world.rollback(request()).outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        world.downstream().commitOn(BRANCH, "mine").file("docs/a.md", "mine\n").id();
        var tip = world.downstream().git().tip(BRANCH);

        assertThat(world.rollback(request()).outcome()).isInstanceOf(RuleOutcome.LeftAlone.class);
        assertThat(world.downstream().git().tip(BRANCH)).isEqualTo(tip);
        assertThat(world.issues.issues()).hasSize(1);
    }

    @Test
    void aBranchOfAPersonsOwnIsLeftAloneAndNobodyIsTold() {
        second();
        world.downstream().commitOn(BRANCH, "mine").file("x", "x\n").id();
        assertThat(world.rollback(request()).outcome()).isInstanceOf(RuleOutcome.LeftAlone.class);
        assertThat(world.issues.issues()).isEmpty();
    }

    @Test
    void aRollbackThatAPersonClosedStaysClosed() {
        second();
        assertThat(world.rollback(request()).outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        world.publisher.close("org/webapp", "docs~rollback");
        world.downstream().git().deleteBranch(BRANCH);
        world.issues.closeByHand("agent33/agent33", "rollback/org/webapp/docs/v1.2.0");

        RuleOutcome again = world.rollbackInMemory(request()).outcome();
        assertThat(again).isInstanceOf(RuleOutcome.LeftAlone.class);
        assertThat(world.issues.issues()).hasSize(1);
        assertThat(world.downstream().git().tip(BRANCH)).isEmpty();
    }

    @Test
    void decisionsThatAreNoFileBlock() {
        second();
        world.person("odd").file("DECISIONS.md/first.md", "x\n");
        assertThat(codes(world.rollback(request()))).containsExactly("own-file-unfit");
        world.person("odder").delete("DECISIONS.md").symlink("DECISIONS.md", "docs/decisions.md");
        assertThat(codes(world.rollback(request()))).containsExactly("own-file-unfit");
    }

    @Test
    void oddNamesAmongTheStatesAreNobodysState() {
        second();
        world.person("odd").file(".agent33-sync-state/a:b/manifest.yaml", "x\n");
        world.person("odd").file(".agent33-sync-state/.about.md", "x\n");
        merged();
        assertThat(world.text("docs/a.md")).contains(TEXT);
    }

    @Test
    void aBaseBranchThatMovedIsFollowed() {
        second();
        assertThat(world.rollback(request()).outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        world.person("elsewhere").file("mine", "m\n");
        assertThat(world.rollback(request()).outcome()).isInstanceOf(RuleOutcome.Waiting.class);
        world.person("edit").file("docs/a.md", NEW.replace("six", "6"));
        merged();

        assertThat(world.text("docs/a.md")).contains(TEXT.replace("six", "6"));
        assertThat(world.text("mine")).isPresent();
        assertThat(world.issues.issues()).hasSize(1);
    }
}
