package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.core.publish.FolderPublisher;
import io.agent33.sync.testkit.memory.RecordingIssueTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a rollback that waits when a newer release comes (S11, S12). */
class OvertakenRollbackTest {
    private static final RollbackRequest REQUEST = RollbackRequest.of("docs", "breaks the build");
    private static final String ROLLBACK = "agent33-sync/rollback/v1.1.0/docs";

    private final World world = new World();
    private final RecordingIssueTracker issues = new RecordingIssueTracker();

    @BeforeEach
    void theSecondSyncIsTakenBack() {
        released("v1.0.0", "1\n");
        world.syncAndMerge();
        released("v1.1.0", "2\n");
        world.syncAndMerge();
        rollback();
    }

    private void released(String tag, String text) {
        world.upstream.commit(tag).file("core/a.md", text).tag(tag);
    }

    private RuleOutcome rollback() {
        return World.only(world.engine().issues(issues).build().rollback(REQUEST));
    }

    private boolean isThere(String branch) {
        return world.webapp().git().tip(branch).isPresent();
    }

    private List<String> open() {
        return world.publisher.open().stream().map(PullRequestDraft::ruleId).toList();
    }

    @Test
    void aNewerReleaseThatIsMergedTakesItAway() {
        released("v1.2.0", "3\n");
        world.syncAndMerge();
        assertThat(isThere(ROLLBACK)).isTrue();

        assertThat(World.only(world.run())).isEqualTo(new RuleOutcome.Current("v1.2.0"));

        assertThat(isThere(ROLLBACK)).isFalse();
        assertThat(open()).isEmpty();
        assertThat(issues.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.isOpen()).isTrue());
    }

    @Test
    void soDoesTheProposalOfTheOneAfterIt() {
        released("v1.2.0", "3\n");
        world.syncAndMerge();
        released("v1.3.0", "4\n");

        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Proposed.class);

        assertThat(isThere(ROLLBACK)).isFalse();
        assertThat(open()).containsExactly("docs");
    }

    @Test
    void whoeverAsksForTheMergedReleaseItselfKeepsIt() {
        assertThat(World.only(world.run())).isEqualTo(new RuleOutcome.Current("v1.1.0"));

        assertThat(isThere(ROLLBACK)).isTrue();
        assertThat(open()).containsExactly("docs~rollback");
        assertThat(rollback()).isInstanceOf(RuleOutcome.Waiting.class);
    }

    @Test
    void aNewerReleaseThatIsOnlyProposedLeavesTheChoiceToAPerson() {
        released("v1.2.0", "3\n");
        world.run();
        world.run();

        assertThat(open()).containsExactlyInAnyOrder("docs", "docs~rollback");
        world.webapp().merge(ROLLBACK);
        world.publisher.merge("org/webapp", "docs~rollback");
        world.syncAndMerge();
        assertThat(world.files(world.webapp().tree())).containsEntry("docs/a.md", "3\n");
    }

    @Test
    void aNewerReleaseThatBringsNothingLeavesIt() {
        world.upstream.commit("v1.2.0").file("README", "elsewhere\n").tag("v1.2.0");

        assertThat(World.only(world.run())).isEqualTo(new RuleOutcome.Current("v1.2.0"));

        assertThat(isThere(ROLLBACK)).isTrue();
        world.webapp().merge(ROLLBACK);
        assertThat(world.files(world.webapp().tree())).containsEntry("docs/a.md", "1\n");
    }

    @Test
    void anotherSyncOfTheSameReleaseLeavesItToBeMadeAgain() {
        world.rules(World.rule("docs").targetPath("handbook").build());
        world.syncAndMerge();

        assertThat(World.only(world.run())).isEqualTo(new RuleOutcome.Current("v1.1.0"));

        assertThat(isThere(ROLLBACK)).isTrue();
    }

    @Test
    void whatWasAskedForAfterTheNewerReleaseWasMergedStays() {
        world.webapp()
                .commit("update the handbook\n\nAgent33-Rule: docs\nAgent33-Release: v1.0.5\n")
                .file("docs/b.md", "b\n")
                .id();
        world.engine().issues(issues).build().rollback(REQUEST.release("v1.0.5"));

        assertThat(World.only(world.run())).isEqualTo(new RuleOutcome.Current("v1.1.0"));

        assertThat(isThere("agent33-sync/rollback/v1.0.5/docs")).isTrue();
    }

    @Test
    void oneThatAPersonTouchedStays() {
        world.webapp().commitOn(ROLLBACK, "mine").file("x", "y\n");
        released("v1.2.0", "3\n");
        world.syncAndMerge();

        world.run();

        assertThat(isThere(ROLLBACK)).isTrue();
    }

    @Test
    void anAllowanceStaysSinceItCanBeMergedAllTheSame() {
        world.webapp().merge(ROLLBACK);
        world.publisher.merge("org/webapp", "docs~rollback");
        world.engine().build().allowRelease("docs", "v1.1.0");
        released("v1.2.0", "3\n");
        world.syncAndMerge();

        world.run();

        String allowance = "agent33-sync/allow/v1.1.0/docs";
        assertThat(isThere(allowance)).isTrue();
        world.webapp().merge(allowance);
        assertThat(world.webapp().tree().find(".agent33-sync-state/docs/rolled-back.yaml"))
                .isEmpty();
    }

    @Test
    void theRollbacksOfOtherRulesStay() {
        world.rules(
                World.rule("docs").build(),
                World.rule("more").targetPath("more").build());
        world.run();
        world.webapp().merge("agent33-sync/v1.1.0/more");
        world.engine().issues(issues).build().rollback(RollbackRequest.of("more", "this too"));
        released("v1.2.0", "3\n");
        world.run();
        world.webapp().merge("agent33-sync/v1.2.0/docs");

        world.run();

        assertThat(isThere(ROLLBACK)).isFalse();
        assertThat(isThere("agent33-sync/rollback/v1.1.0/more")).isTrue();
    }

    @Test
    void aFolderOfPullRequestsSaysThatItIsWithdrawn(@TempDir Path folder) throws IOException {
        SyncEngine engine = world.engine()
                .publisher(FolderPublisher.to(folder))
                .issues(issues)
                .build();
        engine.rollback(REQUEST);
        released("v1.2.0", "3\n");
        engine.run();
        world.webapp().merge("agent33-sync/v1.2.0/docs");

        engine.run();

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().contains("rollback")
                            && file.toString().endsWith(".yaml")))
                    .singleElement()
                    .satisfies(file -> assertThat(file).content().contains("state: \"withdrawn\""));
        }
    }
}
