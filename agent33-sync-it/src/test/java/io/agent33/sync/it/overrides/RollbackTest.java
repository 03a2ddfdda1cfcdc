package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.core.tree.TreeFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S12, on both forms of the ports. */
class RollbackTest {
    private static final String MEMORY = ".agent33-sync-state/docs/rolled-back.yaml";
    private static final String TEXT = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n";

    @TempDir
    Path folder;

    private OverrideWorld world;

    @BeforeEach
    void begin() {
        world = new OverrideWorld(folder);
    }

    private void twoSyncs() {
        world.delivered("a.md", TEXT);
        world.released(
                world.next().file("core/a.md", TEXT.replace("two", "TWO")).file("core/b.md", "b\n"));
        world.sync();
    }

    private static RollbackRequest request() {
        return RollbackRequest.of("docs", "breaks @everyone's build");
    }

    private Map<String, ObjectId> files() {
        Map<String, ObjectId> files = new TreeMap<>();
        TreeFiles.below(world.downstream().tree(), "", entry -> files.put(entry.path(), entry.id()));
        files.remove(MEMORY);
        files.remove("DECISIONS.md");
        return files;
    }

    private RuleResult mergedRollback(RollbackRequest request) {
        RuleResult result = world.rollback(request);
        assertThat(result.outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        world.downstream()
                .merge(((RuleOutcome.Proposed) result.outcome()).head().branch());
        return result;
    }

    @Test
    void restoresFilesAndStateAndTellsOfIt() {
        twoSyncs();
        RuleResult result = mergedRollback(request());

        assertThat(((RuleOutcome.Proposed) result.outcome()).head().branch())
                .isEqualTo("agent33-sync/rollback/v1.2.0/docs");
        assertThat(world.text("docs/a.md")).contains(TEXT);
        assertThat(world.text("docs/b.md")).isEmpty();
        assertThat(world.text(".agent33-sync-state/docs/manifest.yaml"))
                .hasValueSatisfying(manifest -> assertThat(manifest).contains("release: \"v1.1.0\""));
        assertThat(world.text(MEMORY))
                .hasValueSatisfying(memory -> assertThat(memory).contains("- \"v1.2.0\""));
        assertThat(world.text("DECISIONS.md"))
                .hasValueSatisfying(log -> assertThat(log)
                        .contains(
                                "date: \"2026-01-30\"",
                                "sync_version: \"v1.2.0\"",
                                "restored_to: \"v1.1.0 sync state\"",
                                "follow_up_issue: \"agent33#1\"",
                                "logged_by: \"operator\""));
        assertThat(world.issues.issues()).hasSize(1);
    }

    @Test
    void restoresTheTreeAfterSquashWithAnotherMessageAndAfterRebase() {
        world.delivered("a.md", TEXT);
        Map<String, ObjectId> before = files();
        world.release("a.md", TEXT.replace("two", "TWO"));
        world.propose();
        world.downstream().squash("agent33-sync/v1.2.0/docs", "update the handbook");
        mergedRollback(request());
        assertThat(files()).isEqualTo(before);

        world.release("a.md", TEXT.replace("two", "2"));
        world.propose();
        world.person("elsewhere").file("README", "x\n");
        world.downstream().rebase("agent33-sync/v1.3.0/docs");
        mergedRollback(request());
        Map<String, ObjectId> after = files();
        assertThat(after.remove("README")).isNotNull();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void keepsLaterEditsOfTheSameAndOfOtherFiles() {
        twoSyncs();
        world.person("edit")
                .file("docs/a.md", TEXT.replace("two", "TWO").replace("six", "6"))
                .file("mine", "m\n");
        RuleResult result = mergedRollback(request());

        assertThat(result.notes()).isEmpty();
        assertThat(world.text("docs/a.md")).contains(TEXT.replace("six", "6"));
        assertThat(world.text("mine")).contains("m\n");
    }

    @Test
    void marksEditsOfTheSameLines() {
        twoSyncs();
        world.person("edit").file("docs/a.md", TEXT.replace("two", "2")).file("docs/b.md", "mine\n");
        RuleResult result = mergedRollback(request());

        assertThat(result.notes()).extracting(note -> note.path().value()).containsExactly("docs/a.md", "docs/b.md");
        assertThat(result.notes())
                .extracting(note -> note.kind())
                .containsExactly(NoteKind.CONFLICT, NoteKind.CHANGED_SINCE);
        assertThat(result.notes().get(0).lines()).hasSize(1);
        assertThat(world.text("docs/a.md"))
                .hasValueSatisfying(text -> assertThat(text).contains("<<<<<<<", "\n2\n", "\ntwo\n"));
        assertThat(world.text("docs/b.md")).contains("mine\n");
        assertThat(world.publisher.written())
                .last()
                .satisfies(draft -> assertThat(draft.text().draft()).isTrue());
    }

    @Test
    void findsItselfTheSecondTime() {
        twoSyncs();
        assertThat(world.rollback(request()).outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        int writes = world.downstream().writeRequests();
        assertThat(world.rollback(request().on(java.time.LocalDate.of(2026, 2, 1)))
                        .outcome())
                .isInstanceOf(RuleOutcome.Waiting.class);
        assertThat(world.downstream().writeRequests()).isEqualTo(writes);
        assertThat(world.issues.issues()).hasSize(1);

        world.downstream().merge("agent33-sync/rollback/v1.2.0/docs");
        assertThat(world.rollback(request().release("1.2.0")).outcome())
                .isEqualTo(new RuleOutcome.Skipped("v1.2.0 is rolled back already"));
    }

    @Test
    void leavesNothingOfTheFirstSyncButTheMemory() {
        world.person("before").file("README", "x\n");
        Map<String, ObjectId> before = files();
        world.delivered("a.md", TEXT);
        mergedRollback(request());

        assertThat(files()).isEqualTo(before);
        assertThat(world.text(MEMORY)).isPresent();
        assertThat(world.sync().ruleResult().outcome()).isInstanceOf(RuleOutcome.Skipped.class);
    }

    @Test
    void findsTheSyncWhenTheStateIsGone() {
        twoSyncs();
        world.person("clean up").delete(".agent33-sync-state");
        mergedRollback(request().release("v1.2.0"));

        assertThat(world.text("docs/a.md")).contains(TEXT);
        assertThat(world.text(".agent33-sync-state/docs/manifest.yaml")).isPresent();
    }

    @Test
    void refusesAnOlderReleaseAndGoesBackSeveral() {
        twoSyncs();
        world.delivered("a.md", TEXT.replace("two", "2"));
        assertThat(world.rollback(request().release("v1.2.0")).outcome())
                .isInstanceOfSatisfying(
                        RuleOutcome.Blocked.class,
                        blocked -> assertThat(blocked.objections().get(0).message())
                                .contains("newer-sync-merged", "--to v1.1.0"));
        mergedRollback(request().to("v1.1.0"));
        assertThat(world.text("docs/a.md")).contains(TEXT);
        assertThat(world.text(MEMORY))
                .hasValueSatisfying(memory -> assertThat(memory).contains("v1.2.0", "v1.3.0"));
    }

    @Test
    void skipsTheReleaseUntilANewerOneComes() {
        twoSyncs();
        mergedRollback(request());
        assertThat(world.sync().ruleResult().outcome())
                .isInstanceOfSatisfying(
                        RuleOutcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).contains("v1.2.0 was rolled back"));
        world.release("a.md", TEXT.replace("three", "3"));
        Synced third = world.sync();
        assertThat(third.target("a.md")).contains(TEXT.replace("three", "3"));
        assertThat(third.notes()).isEmpty();
    }

    @Test
    void givesWayToANewerReleaseThatIsMerged() {
        twoSyncs();
        world.rollback(request());
        world.release("a.md", TEXT.replace("three", "3"));
        world.sync();
        assertThat(world.branches()).contains("agent33-sync/rollback/v1.2.0/docs");

        assertThat(world.sync().isCurrent()).isTrue();

        assertThat(world.branches()).noneMatch(branch -> branch.contains("rollback"));
    }

    @Test
    void deliversTheReleaseAgainOnceItIsAllowed() {
        twoSyncs();
        mergedRollback(request());
        assertThat(world.allow("1.2.0").outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        world.downstream().merge("agent33-sync/allow/v1.2.0/docs");

        assertThat(world.text(MEMORY)).isEmpty();
        assertThat(world.sync().target("b.md")).contains("b\n");
        assertThat(world.allow("v1.2.0").outcome()).isInstanceOf(RuleOutcome.Skipped.class);
    }

    @Test
    void restoresWhateverASyncDid() {
        for (int seed = 0; seed < 5; seed++) {
            world = new OverrideWorld(folder.resolve("world" + seed));
            Random random = new Random(seed);
            world.release("a.md", TEXT);
            world.delivered("b.md", TEXT);
            if (random.nextBoolean()) {
                world.override("a.md", TEXT.replace("six", "6"));
            }
            if (random.nextBoolean()) {
                world.person("drift").file("docs/b.md", TEXT.replace("seven", "7"));
            }
            Map<String, ObjectId> before = files();
            var next = world.next();
            for (String file : new String[] {"a.md", "b.md", "c.md"}) {
                switch (random.nextInt(3)) {
                    case 0 -> next.file("core/" + file, TEXT.replace("two", "2" + random.nextInt(9)));
                    case 1 -> next.file("core/" + file, TEXT.replace("six", "VI"));
                    default -> next.file("core/x" + file, "new\n");
                }
            }
            world.released(next);
            world.sync();
            boolean edits = random.nextBoolean();
            if (edits) {
                world.person("elsewhere").file("docs/mine.md", "mine\n");
                before.put("docs/mine.md", files().get("docs/mine.md"));
            }
            mergedRollback(request());
            assertThat(files()).as("seed %d", seed).isEqualTo(before);
        }
    }
}
