package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The main job from end to end: S2, S4, S5, S9, S11. */
class MainJobTest {
    private final World world = new World();

    @Test
    void aReleaseBecomesABranchWithTheFilesAndAPullRequest() {
        world.upstream
                .commit("first")
                .file("core/a.md", "a1\n")
                .executable("core/bin/run.sh", "go\n")
                .tag("v1.0.0");

        SyncReport report = world.run(SyncTrigger.release("v1.0.0"));

        assertThat(World.only(report)).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(world.files(world.webapp().tree("agent33-sync/v1.0.0/docs")))
                .isEqualTo(Map.of("README.md", "# org/webapp\n", "docs/a.md", "a1\n", "docs/bin/run.sh*", "go\n"));
        PullRequestDraft draft = world.publisher.open().get(0);
        assertThat(draft.head().branch()).isEqualTo("agent33-sync/v1.0.0/docs");
        assertThat(draft.base().branch()).isEqualTo("main");
        assertThat(draft.text().title()).startsWith("sync(agent33): Update ").endsWith(" from v1.0.0");
        assertThat(draft.text().labels()).containsExactly("agent33-sync", "auto-generated");
    }

    @Test
    void theCommitTellsRuleReleaseCommitAndTree() {
        world.upstream.commit("first").file("core/a.md", "a1\n").tag("v1.0.0");
        world.run();

        try (DownstreamRepository clone = world.webapp().open()) {
            Commit commit = clone.commit(clone.branches("agent33-sync/").get(0).commit());
            assertThat(commit.parents())
                    .containsExactly(clone.base(Optional.empty()).commit());
            assertThat(commit.trailer("Agent33-Rule")).contains("docs");
            assertThat(commit.trailer("Agent33-Release")).contains("v1.0.0");
            assertThat(commit.trailer("Agent33-Commit"))
                    .contains(world.upstream
                            .resolve("v1.0.0")
                            .orElseThrow()
                            .commit()
                            .hex());
            assertThat(commit.trailer("Agent33-Tree")).contains(commit.tree().hex());
        }
    }

    @Test
    void nothingIsWrittenWhileThePullRequestWaits() {
        world.upstream.commit("first").file("core/a.md", "a1\n").tag("v1.0.0");
        world.run();
        int requests = world.downstreams.writeRequests();

        SyncReport again = world.run();

        assertThat(World.only(again)).isInstanceOf(RuleOutcome.Waiting.class);
        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
        assertThat(world.publisher.written()).hasSize(1);
    }

    @Test
    void nothingIsWrittenOnceItIsMerged() {
        world.upstream.commit("first").file("core/a.md", "a1\n").tag("v1.0.0");
        world.syncAndMerge();
        int requests = world.downstreams.writeRequests();

        SyncReport again = world.run();

        assertThat(World.only(again)).isEqualTo(new RuleOutcome.Current("v1.0.0"));
        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
        assertThat(world.publisher.written()).hasSize(1);
    }

    @Test
    void theNextReleaseAddsChangesAndDeletes() {
        world.upstream
                .commit("first")
                .file("core/a.md", "a1\n")
                .file("core/b.md", "b1\n")
                .file("core/c.md", "c1\n")
                .tag("v1.0.0");
        world.syncAndMerge();
        world.upstream
                .commit("second")
                .file("core/a.md", "a2\n")
                .delete("core/b.md")
                .file("core/d/e.md", "e1\n")
                .tag("v1.1.0");

        assertThat(World.changes(world.plan(SyncTrigger.due())))
                .containsExactly("MODIFIED docs/a.md", "REMOVED docs/b.md", "ADDED docs/d/e.md");
        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree()))
                .isEqualTo(Map.of(
                        "README.md",
                        "# org/webapp\n",
                        "docs/a.md",
                        "a2\n",
                        "docs/c.md",
                        "c1\n",
                        "docs/d/e.md",
                        "e1\n"));
    }

    @Test
    void theExecutableBitAloneIsAChange() {
        world.upstream.commit("first").file("core/run.sh", "go\n").tag("v1.0.0");
        world.syncAndMerge();
        world.upstream.commit("second").executable("core/run.sh", "go\n").tag("v1.1.0");

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree())).containsKey("docs/run.sh*");
    }

    @Test
    void anyBytesAreDeliveredAsTheyAre() {
        byte[] bytes = new byte[1 << 16];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        world.upstream
                .commit("first")
                .file("core/logo.png", bytes)
                .file("core/latin1.txt", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1))
                .file("core/crlf.txt", "\uFEFFone\r\ntwo")
                .file("core/empty", "")
                .tag("v1.0.0");
        world.syncAndMerge();

        for (String name : new String[] {"logo.png", "latin1.txt", "crlf.txt", "empty"}) {
            TreeEntry source = world.upstream
                    .tree(world.upstream.resolve("v1.0.0").orElseThrow().commit())
                    .find("core/" + name)
                    .orElseThrow();
            TreeEntry delivered = world.webapp().tree().find("docs/" + name).orElseThrow();
            assertThat(delivered.id()).as(name).isEqualTo(source.id());
            assertThat(world.webapp().blobs().contains(delivered.id())).as(name).isTrue();
        }
    }

    @Test
    void aFileMayBecomeAFolderAndBack() {
        world.upstream.commit("first").file("core/x", "file\n").tag("v1.0.0");
        world.syncAndMerge();
        world.upstream
                .commit("second")
                .delete("core/x")
                .file("core/x/y.md", "below\n")
                .tag("v1.1.0");
        world.syncAndMerge();
        assertThat(world.files(world.webapp().tree())).containsEntry("docs/x/y.md", "below\n");
        world.upstream
                .commit("third")
                .delete("core/x/y.md")
                .file("core/x", "file again\n")
                .tag("v1.2.0");

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree()))
                .containsEntry("docs/x", "file again\n")
                .hasSize(2);
    }

    @Test
    void aNameThatChangesOnlyItsCaseIsARename() {
        world.upstream.commit("first").file("core/Readme.md", "a\n").tag("v1.0.0");
        world.syncAndMerge();
        world.upstream
                .commit("second")
                .delete("core/Readme.md")
                .file("core/README.md", "a\n")
                .tag("v1.1.0");

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree()))
                .containsKey("docs/README.md")
                .doesNotContainKey("docs/Readme.md");
    }

    @Test
    void aReferenceNamesTheDocumentAndHoldsNoneOfIt() {
        world.upstream.commit("first").file("core/a.md", "the whole text\n").tag("v1.0.0");
        world.rules(World.rule("docs").strategy(Strategy.REFERENCE).build());

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree()).get("docs/a.md"))
                .contains("core/a.md", "v1.0.0", "https://git.example/agent33/agent33/blob/v1.0.0/core/a.md")
                .doesNotContain("the whole text");
        assertThat(World.only(world.run())).isEqualTo(new RuleOutcome.Current("v1.0.0"));
    }

    @Test
    void theFirstSyncExplainsTheFolderForOverridesAndLaterOnesLeaveItAlone() {
        world.upstream.commit("first").file("core/a.md", "a1\n").tag("v1.0.0");
        world.syncAndMerge();
        assertThat(world.webapp().tree().find(".agent33-overrides/.about.md")).isPresent();
        world.webapp().commit("tidy").delete(".agent33-overrides/.about.md");
        world.upstream.commit("second").file("core/a.md", "a2\n").tag("v1.1.0");

        world.syncAndMerge();

        assertThat(world.webapp().tree().find(".agent33-overrides/.about.md")).isEmpty();
    }

    @Test
    void rulesOfSeveralDownstreamsGoTheirOwnWays() {
        world.downstreams.create("org/api").commit("init").file("README.md", "api\n");
        world.upstream
                .commit("first")
                .file("core/a.md", "a1\n")
                .file("core/prompts/p.md", "p1\n")
                .tag("v1.0.0");
        world.rules(
                World.rule("docs").build(),
                World.rule("prompts")
                        .source("core/prompts/**")
                        .targetPath("prompts")
                        .build(),
                World.rule("api").targetRepo("org/api").build(),
                World.rule("by-hand")
                        .targetRepo("org/api")
                        .targetPath("x")
                        .frequency(Frequency.MANUAL)
                        .build());

        SyncReport report = world.run();

        assertThat(report.results())
                .extracting(result -> result.repository() + " " + result.ruleId() + " "
                        + result.outcome().getClass().getSimpleName())
                .containsExactly(
                        "org/api api Proposed",
                        "org/api by-hand Skipped",
                        "org/webapp docs Proposed",
                        "org/webapp prompts Proposed");
        assertThat(world.files(world.webapp().tree("agent33-sync/v1.0.0/prompts")))
                .containsKey("prompts/p.md");
    }
}
