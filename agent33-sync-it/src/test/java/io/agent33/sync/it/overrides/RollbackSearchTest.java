package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.core.decision.DecisionsFile;
import io.agent33.sync.core.decision.Rollback;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which merged sync a rollback takes back (S11, S12), on both forms of the ports. */
class RollbackSearchTest {
    private static final String TEXT = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n";
    private static final String STATE = ".agent33-sync-state";

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
        world.release("a.md", TEXT.replace("two", "TWO"));
        world.sync();
    }

    private static RollbackRequest request() {
        return RollbackRequest.of("docs", "breaks the build");
    }

    private RuleOutcome merged(RuleResult result) {
        assertThat(result.outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        String branch = ((RuleOutcome.Proposed) result.outcome()).head().branch();
        world.downstream().merge(branch);
        world.publisher.open().stream()
                .filter(draft -> draft.head().branch().equals(branch))
                .forEach(draft -> world.publisher.merge("org/webapp", draft.ruleId()));
        return result.outcome();
    }

    private List<Rollback> entries() {
        return DecisionsFile.of(world.text("DECISIONS.md").orElse("").getBytes(StandardCharsets.UTF_8))
                .entries()
                .stream()
                .map(Rollback.class::cast)
                .toList();
    }

    @Test
    void theTrailersAloneAreEnough() {
        ObjectId brought = world.person("update the handbook\n\nAgent33-Rule: docs\nAgent33-Release: v1.2.0\n")
                .file("docs/a.md", TEXT.replace("two", "TWO"))
                .id();
        world.person("later").file("mine", "m\n");
        merged(world.rollback(request().release("v1.2.0")));

        assertThat(world.text("docs/a.md")).contains(TEXT);
        assertThat(world.text("mine")).isPresent();
        assertThat(entries()).extracting(Rollback::revertedCommit).containsExactly(brought.abbreviated());
    }

    @Test
    void theNameOfTheMergedBranchAloneIsEnough() {
        world.downstream()
                .commitOn("agent33-sync/v1.2.0/docs", "amended by hand")
                .file("docs/a.md", TEXT.replace("two", "TWO"))
                .id();
        ObjectId merge = world.person("Merge pull request #7 from org/agent33-sync/v1.2.0/docs")
                .merging("agent33-sync/v1.2.0/docs")
                .file("docs/a.md", TEXT.replace("two", "TWO"))
                .id();
        merged(world.rollback(request().release("v1.2.0")));

        assertThat(world.text("docs/a.md")).contains(TEXT);
        assertThat(entries()).extracting(Rollback::revertedCommit).containsExactly(merge.abbreviated());
    }

    @Test
    void whatSaysNoReleaseIsNoSync() {
        world.person("odd\n\nAgent33-Rule: docs\nAgent33-Release: v1/../../x y\n")
                .file("docs/a.md", "odd\n");
        assertThat(world.rollback(request().release("v1/../../x y")).outcome()).isInstanceOf(RuleOutcome.Blocked.class);
        assertThat(world.issues.issues()).isEmpty();
    }

    @Test
    void whatOnlyAMessageToldOfIsNotTakenBackTwice() {
        world.person("update\n\nAgent33-Rule: docs\nAgent33-Release: v1.2.0\n")
                .file("docs/a.md", TEXT.replace("two", "TWO"));
        merged(world.rollback(request().release("v1.2.0")));
        merged(world.allow("v1.2.0"));

        assertThat(world.rollback(request().release("v1.2.0")).outcome()).isInstanceOf(RuleOutcome.Blocked.class);
    }

    @Test
    void theSameCommandAgainDoesNotGoBackFurther() {
        second();
        merged(world.rollback(request()));
        int branches = world.downstream().git().branches().size();

        assertThat(world.rollback(request()).outcome())
                .isInstanceOfSatisfying(
                        RuleOutcome.Skipped.class,
                        skipped -> assertThat(skipped.reason())
                                .isEqualTo("v1.2.0 is rolled back already; to go back further, name the release to take"
                                        + " back or the one to go back to"));
        assertThat(world.downstream().git().branches()).hasSize(branches);
        assertThat(world.issues.issues()).hasSize(1);
        merged(world.rollback(request().release("v1.1.0")));
        assertThat(world.text("docs/a.md")).isEmpty();
        assertThat(world.rollback(request()).outcome())
                .isInstanceOfSatisfying(
                        RuleOutcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).startsWith("v1.1.0 is rolled back already"));
    }

    @Test
    void theFirstSyncIsNotTakenBackTwice() {
        merged(world.rollback(request()));
        assertThat(world.rollback(request()).outcome()).isInstanceOf(RuleOutcome.Skipped.class);
        merged(world.allow("v1.1.0"));
        assertThat(world.rollback(request()).outcome()).isInstanceOf(RuleOutcome.Skipped.class);
        assertThat(world.rollback(request().release("v1.1.0")).outcome()).isInstanceOf(RuleOutcome.Blocked.class);
    }

    @Test
    void ofTwoSyncsOfOneReleaseTheStandingOneIsTakenBack() {
        second();
        merged(world.rollback(request()));
        merged(world.allow("v1.2.0"));
        world.sync();
        assertThat(world.text("docs/a.md")).contains(TEXT.replace("two", "TWO"));
        String again = world.downstream()
                .git()
                .tip(world.downstream().git().defaultBranch())
                .orElseThrow()
                .abbreviated();
        merged(world.rollback(request()));

        assertThat(world.text("docs/a.md")).contains(TEXT);
        assertThat(entries()).extracting(Rollback::syncVersion).containsExactly("v1.2.0", "v1.2.0");
        assertThat(entries().get(1).revertedCommit()).isEqualTo(again);
        assertThat(entries().get(0).revertedCommit()).isNotEqualTo(again);
        assertThat(entries()).extracting(Rollback::restoredTo).containsOnly("v1.1.0 sync state");
    }

    @Test
    void goingBackSeveralLogsEachRevertedCommit() {
        second();
        world.release("a.md", TEXT.replace("two", "2"));
        world.sync();
        merged(world.rollback(request().to("v1.1.0")));

        assertThat(entries()).extracting(Rollback::syncVersion).containsExactly("v1.3.0", "v1.2.0");
        assertThat(entries()).extracting(Rollback::restoredTo).containsOnly("v1.1.0 sync state");
        assertThat(entries()).extracting(Rollback::revertedCommit).doesNotHaveDuplicates();
        assertThat(entries()).extracting(Rollback::followUpIssue).containsOnly("agent33#1");
        assertThat(world.issues.issues()).hasSize(1);
        assertThat(world.issues.issues().get(0).says().body()).contains("v1.3.0", "v1.2.0");
    }

    @Test
    void anotherRequestForAWaitingRollbackIsLoggedAsItIs() {
        second();
        world.release("a.md", TEXT.replace("two", "2"));
        world.sync();
        assertThat(world.rollback(request()).outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        merged(world.rollback(request().to("v1.1.0")));

        assertThat(world.text("docs/a.md")).contains(TEXT);
        assertThat(entries()).extracting(Rollback::restoredTo).containsOnly("v1.1.0 sync state");
        assertThat(world.issues.issues()).hasSize(1);
    }

    @Test
    void theSyncThatTookARenamedRulesStateAlongIsUndoneWithWhatItDeleted() {
        world.released(world.next().file("core/b.md", "b\n").file("core/c.md", "c\n"));
        world.sync();
        world.rule(renamed());
        world.released(world.next().file("core/a.md", TEXT.replace("two", "TWO")));
        world.sync();
        world.releaseWithout("b.md");
        world.sync();
        assertThat(world.text(STATE + "/handbook/manifest.yaml")).isPresent();
        merged(world.rollback(RollbackRequest.of("handbook", "breaks").to("v1.3.0")));
        assertThat(world.text("docs/b.md")).contains("b\n");
        merged(world.rollback(RollbackRequest.of("handbook", "breaks").release("v1.3.0")));

        assertThat(world.text("docs/a.md")).contains(TEXT);
        assertThat(world.text(STATE + "/docs/manifest.yaml"))
                .hasValueSatisfying(manifest -> assertThat(manifest).contains("release: \"v1.2.0\""));
        assertThat(world.text(STATE + "/handbook/manifest.yaml")).isEmpty();
        assertThat(entries().get(1).restoredTo()).isEqualTo("v1.2.0 sync state");
    }

    /** Renamed, and the release is not delivered under the new name either. */
    private static SyncRule renamed() {
        return SyncRule.builder("handbook")
                .source("core/**")
                .targetRepo("org/webapp")
                .targetPath("docs/")
                .frequency(Frequency.ON_RELEASE)
                .build();
    }

    @Test
    void theMemorySurvivesTheRenamingOfTheRule() {
        second();
        merged(world.rollback(request()));
        world.rule(renamed());
        assertThat(world.sync().ruleResult().outcome()).isInstanceOf(RuleOutcome.Skipped.class);
        world.release("a.md", TEXT.replace("six", "VI"));
        world.sync();

        assertThat(world.text(STATE + "/handbook/rolled-back.yaml")).isPresent();
        assertThat(world.text(STATE + "/docs/rolled-back.yaml")).isEmpty();
        merged(world.rollback(RollbackRequest.of("handbook", "breaks")));
        assertThat(world.text("docs/a.md")).contains(TEXT);
        assertThat(world.text(STATE + "/handbook/rolled-back.yaml"))
                .hasValueSatisfying(memory -> assertThat(memory).contains("v1.2.0", "v1.3.0"));
    }
}
