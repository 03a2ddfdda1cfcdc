package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.report.Approval;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.print.OutputFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that is saved, approved, and applied later: S2. */
class SavedPlanTest {
    private static final String ADA = "Ada `L.` @everyone";

    private final World world = new World();

    @BeforeEach
    void releases() {
        world.upstream
                .commit("a")
                .file("core/a.md", "1\n")
                .file("core/b.md", "b\n")
                .tag("v1.0.0");
        world.syncAndMerge();
        world.upstream
                .commit("b")
                .file("core/a.md", "2\n")
                .file("core/c.md", "c\n")
                .tag("v1.1.0");
    }

    /** What is planned now, written as text and read back. */
    private SyncPlan saved() {
        StringBuilder json = new StringBuilder();
        SyncEngine engine = world.engine().build();
        engine.print(engine.plan(SyncTrigger.due()), OutputFormat.JSON, json);
        return read(json.toString());
    }

    private static SyncPlan read(String json) {
        return SyncEngine.readPlan("plan.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private SyncReport apply(SyncPlan plan) {
        return world.engine().build().apply(plan);
    }

    private SyncReport applyApproved(SyncPlan plan) {
        return world.engine().build().apply(plan, new Approval(plan.digest(), ADA));
    }

    private static List<Objection> objections(SyncReport report) {
        assertThat(World.only(report)).isInstanceOf(RuleOutcome.Blocked.class);
        return ((RuleOutcome.Blocked) World.only(report)).objections();
    }

    private Commit head() {
        try (DownstreamRepository clone = world.webapp().open()) {
            return clone.commit(clone.branches("agent33-sync/v1.1.0/").get(0).commit());
        }
    }

    @Test
    void aPlanIsReadBackAsItWas() {
        SyncPlan plan = world.plan(SyncTrigger.due());

        SyncPlan read = saved();

        assertThat(read.trigger()).isEqualTo(plan.trigger());
        assertThat(read.digest()).isEqualTo(plan.digest());
        assertThat(read.rules()).isEqualTo(plan.rules());
    }

    @Test
    void aSavedPlanIsAppliedAsARunWouldHaveDone() {
        SyncPlan plan = saved();

        SyncReport report = apply(plan);

        assertThat(World.only(report)).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(report.approval()).isEmpty();
        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Waiting.class);
        int requests = world.downstreams.writeRequests();
        assertThat(World.only(apply(plan))).isInstanceOf(RuleOutcome.Waiting.class);
        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
    }

    @Test
    void aWorldThatMovedElsewhereDoesNotMatter() {
        SyncPlan plan = saved();
        world.webapp().commit("elsewhere").file("src/x", "y\n");
        world.upstream.commit("newer").file("core/a.md", "3\n").tag("v1.2.0");

        assertThat(World.only(apply(plan)))
                .isInstanceOfSatisfying(
                        RuleOutcome.Proposed.class,
                        proposed -> assertThat(proposed.head().branch()).isEqualTo("agent33-sync/v1.1.0/docs"));
        assertThat(world.files(world.webapp().tree("agent33-sync/v1.1.0/docs")))
                .containsEntry("docs/a.md", "2\n")
                .containsEntry("src/x", "y\n");
    }

    @Test
    void whatMovedAtATouchedPathInTheDownstreamIsNamed() {
        SyncPlan plan = saved();
        world.webapp().commit("mine").file("docs/c.md", "c\n");

        List<Objection> objections = objections(apply(plan));

        assertThat(objections).extracting(Objection::code).containsOnly("plan-outdated");
        assertThat(objections).extracting(Objection::subject).contains("docs/c.md");
        assertThat(world.publisher.open()).isEmpty();
    }

    @Test
    void anotherContentUpstreamIsNamed() {
        SyncPlan plan = saved();
        world.upstream.commit("moved").file("core/a.md", "other\n").tag("v1.1.0");

        List<Objection> objections = objections(apply(plan));

        assertThat(objections).extracting(Objection::subject).contains("commit of v1.1.0", "docs/a.md");
        assertThat(objections).extracting(Objection::remedy).containsOnly("plan again, and have the new plan approved");
    }

    @Test
    void aRuleThatIsGoneAndAReleaseThatIsGoneBlockTheirOwnProposalsOnly() {
        world.rules(
                World.rule("docs").build(),
                World.rule("gone").targetPath("gone").build(),
                World.rule("head")
                        .targetPath("head")
                        .frequency(Frequency.ON_CHANGE)
                        .build());
        world.upstream.commit("after").file("core/a.md", "3\n");
        SyncPlan plan = saved();
        assertThat(plan.proposals()).hasSize(3);
        world.rules(world.rules[0], world.rules[2]);
        world.upstream.git().deleteTag("v1.1.0");

        SyncReport report = apply(plan);

        assertThat(report.results()).extracting(RuleResult::ruleId).containsExactly("docs", "gone", "head");
        assertThat(report.results().get(0).outcome().toString()).contains("unknown-reference");
        assertThat(report.results().get(1).outcome().toString()).contains("plan-outdated", "an active rule");
    }

    @Test
    void whatIsMergedByNowIsCurrent() {
        SyncPlan plan = saved();
        world.syncAndMerge();

        assertThat(World.only(apply(plan))).isEqualTo(new RuleOutcome.Current("v1.1.0"));
    }

    @Test
    void anApprovalIsToldInPullRequestCommitAndReport() {
        SyncPlan plan = saved();

        SyncReport report = applyApproved(plan);

        assertThat(report.approval()).contains(new Approval(plan.digest(), ADA));
        assertThat(head().trailer("Agent33-Approved-By")).contains(ADA);
        assertThat(head().trailer("Agent33-Approved-Plan")).contains(plan.digest());
        assertThat(world.publisher.text("org/webapp", "docs").body())
                .contains("### Approval\n\n- Approved by ``Ada `L.` @")
                .endsWith("- Plan `" + plan.digest()
                        + "`\n\n---\n*This PR was auto-generated by the AGENT-33 sync engine.*\n")
                .doesNotContain("@everyone");
        StringBuilder yaml = new StringBuilder();
        world.engine().build().print(report, OutputFormat.YAML, yaml);
        assertThat(yaml).contains("approval:", plan.digest());
    }

    @Test
    void laterRunsTellTheApprovalOnAndWriteNothing() {
        applyApproved(saved());
        int requests = world.downstreams.writeRequests();

        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Waiting.class);
        assertThat(World.only(applyApproved(saved()))).isInstanceOf(RuleOutcome.Waiting.class);

        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
        assertThat(world.publisher.text("org/webapp", "docs").body()).contains("### Approval");
    }

    @Test
    void anApprovalThatComesAfterThePushIsRecordedThen() {
        world.run();

        SyncReport report = applyApproved(saved());

        assertThat(World.only(report))
                .isInstanceOfSatisfying(
                        RuleOutcome.Proposed.class,
                        proposed -> assertThat(proposed.publication()).isInstanceOf(Publication.Updated.class));
        assertThat(head().trailer("Agent33-Approved-By")).contains(ADA);
    }

    @Test
    void anApprovalEndsWithWhatWasApproved() {
        applyApproved(saved());
        world.rules(World.rule("docs").addExclude("core/c.md").build());

        world.run();

        assertThat(head().trailer("Agent33-Approved-By")).isEmpty();
        assertThat(world.publisher.text("org/webapp", "docs").body()).doesNotContain("### Approval");
    }

    @Test
    void theApprovalOfAnotherPlanIsRefusedAndNothingIsWritten() {
        SyncPlan plan = saved();
        Approval other = new Approval("0".repeat(64), "Ada");
        int requests = world.downstreams.writeRequests();

        assertThatThrownBy(() -> world.engine().build().apply(plan, other))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("approval-mismatch")
                .hasMessageContaining(plan.digest());
        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
    }

    @ParameterizedTest
    @CsvSource({"v1.1.0, v1.0.0", "docs/c.md, docs/d.md", "\"draft\": false, \"draft\": true"})
    void aPlanThatWasEditedByHandIsRefused(String from, String to) {
        StringBuilder json = new StringBuilder();
        SyncEngine engine = world.engine().build();
        engine.print(engine.plan(SyncTrigger.due()), OutputFormat.JSON, json);
        String edited = json.toString().replaceAll("(?<!\\{)\\s*:\\s*", ": ").replace(from, to);
        assertThat(edited).contains(to);

        assertThatThrownBy(() -> apply(read(edited)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("plan-damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"sync_report\": {}}",
                "{\"sync_plan\": {\"format\": 2}}",
                "{\"sync_plan\": {\"format\": 1}} trailing",
                "{\"sync_plan\": {\"format\": 1, \"format\": 1}}",
                "{\"sync_plan\": {\"format\": 1, \"digest\": 3}}"
            })
    void whatIsNoPlanIsRefusedWithItsPlace(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("plan-unreadable")
                .hasMessageContaining("plan.json");
    }

    @Test
    void anyPartThatIsMissingOrOfAnotherKindIsRefused() {
        StringBuilder json = new StringBuilder();
        SyncEngine engine = world.engine().build();
        engine.print(engine.plan(SyncTrigger.due()), OutputFormat.JSON, json);
        for (String key : List.of("rule_id", "commit", "tag", "path", "before", "mode", "checks", "title", "labels")) {
            assertThatThrownBy(() -> read(json.toString().replace('"' + key + '"', "\"other\"")))
                    .as(key)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(key);
        }
    }

    @Test
    void anApprovalNamesADigestAndAVisiblePerson() {
        assertThatThrownBy(() -> new Approval("0", "Ada")).isInstanceOf(IllegalArgumentException.class);
        for (String name : List.of("", " ", " Ada", "A\nb", "A\u202Eb", "x".repeat(101))) {
            assertThatThrownBy(() -> new Approval("0".repeat(64), name))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Approval("0".repeat(64), "Ж").by()).isEqualTo("Ж");
    }

    @Test
    void onlyWhatThePlanProposesIsApplied() {
        SyncPlan plan = saved();
        world.rules(
                World.rule("docs").build(),
                World.rule("more").targetPath("more").build());

        SyncReport report = apply(plan);

        assertThat(report.results())
                .extracting(RuleResult::ruleId, RuleResult::repository)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("docs", RepositoryId.of("org/webapp")));
    }
}
