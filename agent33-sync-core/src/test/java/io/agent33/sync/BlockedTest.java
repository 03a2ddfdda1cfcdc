package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.api.rule.OnExisting;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not happen does not: S3, S4, and S8 where the rule says block. Nothing is written. */
class BlockedTest {
    private final World world = new World();
    private static final SyncRule BLOCKING = World.rule("docs")
            .onDrift(OnDrift.BLOCK)
            .onExisting(OnExisting.BLOCK)
            .build();
    private int requests;

    @AfterEach
    void nothingWasWritten() {
        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
    }

    private void released(String version, String text) {
        world.upstream.commit(version).file("core/a.md", text).tag(version);
    }

    private void merged() {
        world.rules(BLOCKING);
        released("v1.0.0", "1\n");
        world.syncAndMerge();
        requests = world.downstreams.writeRequests();
    }

    @Test
    void anEditedDeliveredFile() {
        merged();
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        released("v1.1.0", "2\n");

        SyncReport report = world.run();

        assertThat(World.codes(report)).containsExactly("drift");
        assertThat(World.only(report).toString()).contains("docs/a.md");
    }

    @Test
    void aDeliveredFileWhoseModeChanged() {
        merged();
        world.webapp().commit("chmod").executable("docs/a.md", "1\n");
        released("v1.1.0", "2\n");

        assertThat(World.codes(world.run())).containsExactly("drift");
    }

    @Test
    void aDeliveredFileThatWasDeleted() {
        merged();
        world.webapp().commit("rm").delete("docs/a.md");
        released("v1.1.0", "2\n");

        assertThat(World.codes(world.run())).containsExactly("deleted-downstream");
    }

    @Test
    void anUnmanagedFileThatDiffers() {
        world.rules(BLOCKING);
        world.webapp().commit("mine").file("docs/a.md", "mine\n");
        released("v1.0.0", "1\n");

        assertThat(World.codes(world.run())).containsExactly("unmanaged-file");
    }

    @Test
    void aFolderWhereAFileMustGo() {
        world.webapp().commit("mine").file("docs/a.md/keep.txt", "mine\n");
        released("v1.0.0", "1\n");

        assertThat(World.codes(world.run())).containsExactly("in-the-way");
    }

    @Test
    void aFileWhereAFolderMustGo() {
        world.webapp().commit("mine").file("docs", "mine\n");
        released("v1.0.0", "1\n");

        assertThat(World.codes(world.run())).containsExactly("in-the-way");
    }

    @Test
    void aNeighbourThatDiffersOnlyByCase() {
        world.webapp().commit("mine").file("docs/A.md", "mine\n");
        released("v1.0.0", "1\n");

        assertThat(World.codes(world.run())).containsExactly("case-collision");
    }

    @Test
    void aFolderThatDiffersOnlyByCase() {
        world.webapp().commit("mine").file("Docs/other.md", "mine\n");
        released("v1.0.0", "1\n");

        assertThat(World.codes(world.run())).containsExactly("case-collision");
    }

    @Test
    void aTargetThatIsTheUpstream() {
        released("v1.0.0", "1\n");
        world.rules(World.rule("docs").targetRepo("Agent33/AGENT33").build());

        assertThat(World.codes(world.run())).containsExactly("targets-upstream");
    }

    @Test
    void twoRulesOnOneTarget() {
        released("v1.0.0", "1\n");
        world.rules(
                World.rule("one").build(),
                World.rule("two").targetRepo("Org/WebApp").targetPath("Docs").build());

        SyncReport report = world.run();

        assertThat(report.results())
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.outcome())
                        .isInstanceOfSatisfying(
                                RuleOutcome.Blocked.class,
                                blocked -> assertThat(blocked.objections())
                                        .extracting("code")
                                        .containsExactly("target-clash")));
    }

    @Test
    void symbolicLinksAndSubmodules() {
        world.upstream
                .commit("x")
                .symlink("core/link", "/etc/passwd")
                .submodule("core/sub", ObjectId.of("1".repeat(40)))
                .tag("v1.0.0");

        assertThat(World.codes(world.run())).containsExactly("symbolic-link", "submodule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core/../../escape",
                "core/.git/config",
                "core/.GIT/config",
                "core/.g\u200cit/config",
                "core/git~1/config",
                "core/.git. /config",
                "core/.git::$INDEX_ALLOCATION/x",
                "core/a\\b",
                "core/con",
                "core/NUL.txt",
                "core/COM1.md",
                "core/a:b",
                "core/tab\there",
                "core/trailing.",
                "core/trailing "
            })
    void aNameThatSomeFileSystemCannotHold(String path) {
        world.upstream.commit("x").file(path, "x").tag("v1.0.0");

        assertThat(World.codes(world.run())).containsExactly("unsafe-path");
    }

    @Test
    void aNameThatIsNotUtf8() {
        world.upstream
                .commit("x")
                .file("core/caf\u00e9".getBytes(StandardCharsets.ISO_8859_1), new byte[] {1})
                .tag("v1.0.0");

        assertThat(World.codes(world.run())).containsExactly("unsafe-path");
    }

    @Test
    void sourcesThatDifferOnlyByCaseOrNormalisation() {
        world.upstream
                .commit("x")
                .file("core/README.md", "1")
                .file("core/readme.md", "2")
                .file("core/caf\u00e9.md", "3")
                .file("core/cafe\u0301.md", "4")
                .tag("v1.0.0");

        assertThat(World.only(world.run()))
                .isInstanceOfSatisfying(
                        RuleOutcome.Blocked.class,
                        blocked -> assertThat(blocked.objections())
                                .extracting("code")
                                .containsExactly("case-collision", "case-collision"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".agent33-overrides/a.md", ".Agent33-Sync-State/docs/manifest.yaml", ".agent33-sync-state"})
    void theEnginesOwnFoldersAsTarget(String path) {
        world.upstream.commit("x").file(path, "x").tag("v1.0.0");
        world.rules(World.rule("docs").source("**").targetPath("").build());

        assertThat(World.codes(world.run())).containsExactly("unsafe-path");
    }

    @Test
    void aReferenceToABinaryFile() {
        world.upstream.commit("x").file("core/logo.bin", new byte[] {0, 1, 2}).tag("v1.0.0");
        world.rules(World.rule("docs").strategy(Strategy.REFERENCE).build());

        assertThat(World.codes(world.run())).containsExactly("not-renderable");
    }

    /** The target path has room, and its baseline below the rule's state has not. */
    @Test
    void aPathThatLeavesNoRoomForItsBaseline() {
        String folders = ("x".repeat(250) + "/").repeat(16);
        world.upstream
                .commit("long")
                .file("core/" + folders + "x".repeat(60), "1\n")
                .tag("v1.0.0");

        assertThat(World.codes(world.run())).containsExactly("unsafe-path");
        world.upstream
                .commit("short")
                .delete("core/" + folders + "x".repeat(60))
                .tag("v1.1.0");
        world.upstream
                .commit("fits")
                .file("core/" + folders + "x".repeat(30), "1\n")
                .tag("v1.2.0");
        assertThat(world.plan(SyncTrigger.due()).proposals()).hasSize(1);
    }

    /** The line that opts out has to go somewhere, and nothing else may go for it. */
    @Test
    void anOptOutFileThatIsALink() {
        released("v1.0.0", "1\n");
        world.syncAndMerge();
        requests = world.downstreams.writeRequests();
        world.webapp().commit("rm").delete("docs/a.md").symlink(".agent33-overrides/.ignore", "elsewhere");

        assertThat(World.codes(world.run())).containsExactly("own-file-unfit");
    }

    @Test
    void anOverrideThatIsALink() {
        released("v1.0.0", "1\n");
        world.webapp().commit("link").symlink(".agent33-overrides/a.md", "elsewhere");

        assertThat(World.codes(world.run())).containsExactly("override-not-a-file");
    }

    @Test
    void anOptOutFileThatCannotBeReadAnyMore() {
        released("v1.0.0", "1\n");
        world.webapp().commit("out").file(".agent33-overrides/.ignore", "/a.md\n");
        world.syncAndMerge();
        requests = world.downstreams.writeRequests();
        world.webapp().commit("link").symlink(".agent33-overrides/.ignore", "elsewhere");

        assertThat(World.codes(world.run())).containsExactly("own-file-unfit");
    }

    @Test
    void aLinkWhereTheFolderOfOverridesShouldBe() {
        released("v1.0.0", "1\n");
        world.webapp().commit("link").symlink(".agent33-overrides", "elsewhere");

        assertThat(World.codes(world.run())).contains("own-file-unfit");
    }
}
