package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.DriftReport;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.RuleDrift;
import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.testkit.fault.Fault;
import io.agent33.sync.testkit.fault.FaultyPorts;
import io.agent33.sync.testkit.fault.PortCall;
import io.agent33.sync.testkit.memory.RecordingIssueTracker;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not as the last merged sync left it, and who is told of it (S13). */
class DriftTest {
    private static final String MANIFEST = ".agent33-sync-state/docs/manifest.yaml";

    private final World world = new World();
    private final RecordingIssueTracker issues = new RecordingIssueTracker();

    @BeforeEach
    void oneSync() {
        world.upstream
                .commit("a")
                .file("core/a.md", "one\ntwo\nthree\n")
                .file("core/deep/b.md", "b\n")
                .executable("core/run.sh", "#!/bin/sh\n")
                .tag("v1.0.0");
        world.syncAndMerge();
    }

    private SyncEngine engine() {
        return world.engine().issues(issues).build();
    }

    private DriftOutcome outcome() {
        return outcome(engine().drift());
    }

    private static DriftOutcome outcome(DriftReport report) {
        assertThat(report.rules()).hasSize(1);
        return report.rules().get(0).outcome();
    }

    private List<String> drifted() {
        return drifted(outcome());
    }

    private static List<String> drifted(DriftOutcome outcome) {
        assertThat(outcome).isInstanceOf(DriftOutcome.Drifted.class);
        return ((DriftOutcome.Drifted) outcome)
                .files().stream()
                        .map(file -> file.kind().key() + " " + file.path())
                        .toList();
    }

    private RecordingIssueTracker.Kept onlyIssue() {
        assertThat(issues.issues()).hasSize(1);
        return issues.issues().get(0);
    }

    @Test
    void whatTheSyncLeftIsInStepWhateverElseChanges() {
        world.upstream.commit("new").file("core/a.md", "other\n").tag("v1.1.0");
        world.webapp()
                .commit("own work")
                .file("src/main.c", "int main;\n")
                .file(".agent33-overrides/a.md", "mine\n")
                .file(".agent33-sync-state/docs/notes.txt", "somebody's\n");

        assertThat(outcome()).isEqualTo(new DriftOutcome.InStep("v1.0.0", 3));
        assertThat(engine().drift().isClean()).isTrue();
    }

    @Test
    void everyWayToDriftIsTold() {
        world.webapp()
                .commit("edits")
                .file("docs/a.md", "mine\n")
                .delete("docs/deep/b.md")
                .file("docs/run.sh", "#!/bin/sh\n");

        assertThat(drifted())
                .containsExactly("modified docs/a.md", "deleted docs/deep/b.md", "mode-changed docs/run.sh");
    }

    @Test
    void whatIsNoFileAnyMoreIsReplaced() {
        world.webapp()
                .commit("edits")
                .symlink("docs/a.md", "elsewhere")
                .delete("docs/deep")
                .file("docs/run.sh/inside", "x\n");

        assertThat(drifted()).containsExactly("replaced docs/a.md", "deleted docs/deep/b.md", "replaced docs/run.sh");
    }

    @Test
    void aFileThatIsNotWantedAnyMoreIsNoDrift() {
        world.webapp()
                .commit("not wanted")
                .file(".agent33-overrides/.ignore", "/deep/\n")
                .delete("docs/deep/b.md");

        assertThat(outcome()).isInstanceOf(DriftOutcome.InStep.class);
    }

    @Test
    void whatTheSyncItselfKnowsToBeCustomisedIsNoDrift() {
        world.webapp().commit("edit in place").file("docs/a.md", "mine\ntwo\nthree\n");
        assertThat(drifted()).containsExactly("modified docs/a.md");

        world.syncAndMerge();

        assertThat(outcome()).isEqualTo(new DriftOutcome.InStep("v1.0.0", 3));
    }

    @Test
    void aConflictThatWasMergedUnresolvedIsToldUntilItIsResolved() {
        world.webapp().commit("mine").file(".agent33-overrides/a.md", "mine\ntwo\nthree\n");
        world.syncAndMerge();
        world.upstream
                .commit("theirs")
                .file("core/a.md", "theirs\ntwo\nthree\n")
                .tag("v1.1.0");
        world.syncAndMerge();
        assertThat(drifted()).containsExactly("unresolved-markers docs/a.md");

        String marked = world.files(world.webapp().tree()).get("docs/a.md");
        world.webapp().commit("half").file("docs/a.md", marked.replace("two", "2"));
        assertThat(drifted()).containsExactly("unresolved-markers docs/a.md");

        world.webapp().commit("resolved").file("docs/a.md", "both\ntwo\nthree\n");
        assertThat(outcome()).isInstanceOf(DriftOutcome.InStep.class);
    }

    @Test
    void aTamperedStateIsTold() {
        world.webapp().commit("tidy").delete(".agent33-sync-state/docs/baseline/docs/a.md");
        assertThat(drifted()).containsExactly("state-tampered .agent33-sync-state/docs/baseline/docs/a.md");

        world.webapp().commit("worse").file(MANIFEST, "format: 1\n");
        assertThat(drifted()).containsExactly("state-tampered " + MANIFEST);
    }

    @Test
    void aStateOfAnotherUpstreamOrANewerEngineIsAFailureAndNoDrift() {
        world.webapp().commit("newer").file(MANIFEST, "format: 999\n");

        assertThat(outcome())
                .isInstanceOfSatisfying(
                        DriftOutcome.Failed.class,
                        failed -> assertThat(failed.objection())
                                .extracting(Objection::code)
                                .isEqualTo("manifest-newer"));
    }

    @Test
    void aRuleWithoutAMergedSyncHasNothingToDrift() {
        world.rules(World.rule("other").targetPath("other/").build());

        assertThat(outcome()).isEqualTo(new DriftOutcome.NeverSynced());
    }

    @Test
    void aDownstreamThatFailsCostsNoOther() {
        world.webapp().fail(RepositoryException.Reason.UNREACHABLE);

        DriftReport report = engine().drift();

        assertThat(outcome(report))
                .isInstanceOfSatisfying(
                        DriftOutcome.Failed.class,
                        failed -> assertThat(failed.objection())
                                .extracting(Objection::code)
                                .isEqualTo("unreachable"));
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void onlyTheRulesThatAreAskedAboutAreLookedAt() {
        world.rules(
                World.rule("docs").build(),
                World.rule("other").targetPath("other/").build());

        assertThat(engine().drift("other").rules())
                .extracting(RuleDrift::ruleId)
                .containsExactly("other");
        assertThatThrownBy(() -> engine().drift("others", "docs"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("others")
                .hasMessageNotContaining("docs, others");
    }

    @Test
    void eachFolderIsReadOnceAndOfContentOnlyTheManifest() {
        FaultyPorts ports = FaultyPorts.recording();

        world.engine().downstreams(ports.downstreams(world.downstreams)).build().drift();

        assertThat(ports.calls())
                .filteredOn(call -> call.port().equals("FileTree"))
                .extracting(PortCall::method)
                .containsOnly("children")
                // The root, docs, docs/deep; the state's folder, the rule's, baseline, its docs and its docs/deep.
                .hasSize(8);
        assertThat(ports.calls())
                .filteredOn(call -> call.port().startsWith("Blob"))
                .extracting(PortCall::method)
                .containsExactly("open");
        assertThat(ports.calls()).noneMatch(PortCall::writes);
    }

    @Test
    void anIssueTellsTheDownstreamWithTheListADiffAndTheRemedies() {
        world.webapp()
                .commit("edits")
                .file("docs/a.md", "one\n  @mine ```\nthree\n")
                .delete("docs/deep/b.md");

        RuleDrift told = engine().trackDrift().rules().get(0);

        assertThat(told.issue()).map(Issue::isOpen).contains(true);
        assertThat(onlyIssue().says().labels()).containsExactly("agent33-sync", "drift");
        assertThat(onlyIssue().says().title()).isEqualTo("Synced files of docs have drifted");
        assertThat(onlyIssue().says().body()).isEqualTo("""
                        Files that AGENT-33 sync keeps in step were changed here, outside of `.agent33-overrides/`.

                        - Sync rule: docs
                        - Last merged sync: v1.0.0

                        ## Drifted files

                        - modified: `docs/a.md`, to be customised at `.agent33-overrides/a.md`
                        - deleted: `docs/deep/b.md`

                        ## What changed

                        ````diff
                        diff --git a/docs/a.md b/docs/a.md
                        index 4cb29ea38f70d7c61b2a3a25b02e3bdf44905402..%s 100644
                        --- a/docs/a.md
                        +++ b/docs/a.md
                        @@ -1,3 +1,3 @@
                         one
                        -two
                        +  @mine ```
                         three
                        ````

                        ## What to do

                        - **Re-sync**: merge the pull request of the next sync, which does the move for you: what was edited becomes an override, what was deleted is opted out of. To give a change up instead, restore the file.
                        - **Move the changes to `.agent33-overrides/`**: put your version of a file where the list says, and restore the delivered one. What lies there is merged into every update. A file that is not wanted at all is named in `.agent33-overrides/.ignore`.

                        This issue is kept up to date, and closed when the drift is gone.
                        """.formatted(
                        world.webapp().tree().find("docs/a.md").orElseThrow().id()));
    }

    @Test
    void theSameDriftWritesNothingAgainAndAnotherUpdatesTheIssue() {
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        engine().trackDrift();
        int writes = issues.writes();

        engine().trackDrift();
        assertThat(issues.writes()).isEqualTo(writes);

        world.webapp().commit("own work").file("src/main.c", "int main;\n");
        engine().trackDrift();
        assertThat(issues.writes()).isEqualTo(writes);

        world.webapp().commit("more").delete("docs/deep/b.md");
        engine().trackDrift();
        assertThat(onlyIssue().says().body()).contains("deleted: `docs/deep/b.md`");
    }

    @Test
    void theIssueIsClosedWhenTheDriftIsGoneAndNotWhenNobodyKnows() {
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        engine().trackDrift();

        world.webapp().fail(RepositoryException.Reason.UNREACHABLE);
        engine().trackDrift();
        assertThat(onlyIssue().isOpen()).isTrue();

        world.webapp().recover();
        world.webapp().commit("back").file("docs/a.md", "one\ntwo\nthree\n");
        RuleDrift told = engine().trackDrift().rules().get(0);
        assertThat(onlyIssue().isOpen()).isFalse();
        assertThat(told.issue()).map(Issue::isOpen).contains(false);

        assertThat(engine().trackDrift().rules().get(0).issue()).isEmpty();
    }

    @Test
    void whoOnlyAsksTellsNobody() {
        world.webapp().commit("edit").file("docs/a.md", "mine\n");

        engine().drift();

        assertThat(issues.issues()).isEmpty();
    }

    @Test
    void remediesFollowTheRuleAndTheDrift() {
        world.rules(World.rule("docs").onDrift(OnDrift.BLOCK).build());
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        engine().trackDrift();
        assertThat(onlyIssue().says().body())
                .contains("Until then the rule is blocked")
                .doesNotContain("Restore the state");

        world.webapp().commit("tamper").file("docs/a.md", "one\ntwo\nthree\n").file(MANIFEST, "format: 1\n");
        engine().trackDrift();
        assertThat(onlyIssue().says().body())
                .contains("**Restore the state**: take `.agent33-sync-state/docs` back")
                .doesNotContain("Re-sync")
                .doesNotContain("Last merged sync");
    }

    @Test
    void aTrackerThatFailsHidesNoDrift() {
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        FaultyPorts seen = FaultyPorts.with(Fault.before(1));

        DriftReport report = world.engine().issues(seen.issues(issues)).build().trackDrift();

        assertThat(drifted(outcome(report))).containsExactly("modified docs/a.md");
        assertThat(report.rules().get(0).untold()).isPresent();
        assertThat(seen.struck()).hasSize(1);
    }

    @Test
    void aReportIsPrintedForPeopleAndPrograms() {
        world.webapp().commit("edit").file("docs/a.md", "mine\n");
        SyncEngine engine = engine();
        DriftReport report = engine.trackDrift();
        StringBuilder text = new StringBuilder();
        StringBuilder json = new StringBuilder();

        engine.print(report, OutputFormat.TEXT, text);
        engine.print(report, OutputFormat.JSON, json);

        assertThat(text).hasToString("""
                1 rule: 1 drifted

                org/webapp docs: drifted from v1.0.0
                  modified: docs/a.md
                  issue open: %s
                """.formatted(
                        report.rules().get(0).issue().orElseThrow().location()));
        assertThat(json)
                .contains("\"clean\" : false")
                .contains("\"kind\" : \"modified\"")
                .contains("\"override\" : \".agent33-overrides/a.md\"");
        assertThatThrownBy(() -> engine.print(report, OutputFormat.DIFF, text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
