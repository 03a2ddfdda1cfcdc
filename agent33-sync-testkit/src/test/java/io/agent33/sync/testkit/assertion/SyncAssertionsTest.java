package io.agent33.sync.testkit.assertion;

import static io.agent33.sync.testkit.assertion.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.FileCounts;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.memory.GitObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SyncAssertionsTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static final ObjectId ONE = GitObject.blob("1").id();
    private static final ObjectId TWO = GitObject.blob("2").id();
    private static final BranchTip TIP = new BranchTip("main", ONE);
    private static final Objection DRIFT =
            Objection.of("drift", "docs/a.md", "the delivered bytes", "others", "revert them");
    private static final Objection GONE = Objection.of("not-found", "org/webapp", "", "no repository", "");
    private static final Publication PUBLICATION = new Publication.Opened("memory:x");
    private static final FileCounts COUNTS = new FileCounts(1, 0, 0);

    private final SyncReport report = new SyncReport(
            SyncTrigger.release("v1.0.0"),
            List.of(
                    result("blocked", new RuleOutcome.Blocked(List.of(DRIFT))),
                    result("current", new RuleOutcome.Current("v1.0.0")),
                    result("failed", new RuleOutcome.Failed(GONE)),
                    result("left", new RuleOutcome.LeftAlone("side", "a person pushed")),
                    result("proposed", new RuleOutcome.Proposed(TIP, COUNTS, PUBLICATION)),
                    result("skipped", new RuleOutcome.Skipped("not due")),
                    result("waiting", new RuleOutcome.Waiting(TIP, COUNTS, PUBLICATION))),
            List.of(Objection.of("unknown-key", "sorce", "", "sorce", "write source")),
            Instant.EPOCH);

    private final SyncPlan plan = new SyncPlan(
            SyncTrigger.release("v1.0.0"),
            List.of(
                    new Settled("blocked", WEBAPP, new RuleOutcome.Blocked(List.of(DRIFT))),
                    new Settled("current", WEBAPP, new RuleOutcome.Current("v1.0.0")),
                    new Settled("failed", WEBAPP, new RuleOutcome.Failed(GONE)),
                    proposal(),
                    new Settled("skipped", WEBAPP, new RuleOutcome.Skipped("not due"))),
            List.of(GONE),
            "digest");

    @Test
    void aReportIsAskedRuleByRule() {
        assertThat(report)
                .hasOnlyRules("blocked", "current", "failed", "left", "proposed", "skipped", "waiting")
                .isBlocked("blocked")
                .isBlocked("blocked", "drift")
                .isCurrent("current")
                .isFailed("failed", "not-found")
                .isLeftAlone("left")
                .proposed("proposed")
                .isSkipped("skipped")
                .isWaiting("waiting")
                .hasObjection("unknown-key");
        assertThat(new SyncReport(SyncTrigger.due(), List.of(), List.of(), Instant.EPOCH))
                .isSuccessful();
    }

    @Test
    void aReportThatIsOtherwiseTellsHowItIs() {
        fails(() -> assertThat(report).proposed("blocked"), "\"blocked\"", "proposed", "blocked:", "revert them");
        fails(() -> assertThat(report).isBlocked("blocked", "override"), "[override]", "[drift]", "docs/a.md");
        fails(() -> assertThat(report).isBlocked("current"), "\"current\"", "current", "v1.0.0");
        fails(() -> assertThat(report).isCurrent("left"), "left alone", "a person pushed");
        fails(() -> assertThat(report).isFailed("failed", "forbidden"), "[forbidden]", "[not-found]");
        fails(() -> assertThat(report).isSkipped("none"), "\"none\"", "expected an outcome", "not due");
        fails(() -> assertThat(report).isWaiting("skipped"), "waiting", "skipped");
        fails(() -> assertThat(report).isLeftAlone("waiting"), "left alone", "waiting");
        fails(() -> assertThat(report).isSuccessful(), "org/webapp blocked", "write source");
        fails(() -> assertThat(report).hasOnlyRules("blocked"), "current");
        fails(() -> assertThat(report).hasObjection("drift"), "unknown-key");
        fails(() -> assertThat(report).as("the second run").isSkipped("none"), "the second run");
    }

    @Test
    void aPlanIsAskedRuleByRule() {
        assertThat(plan)
                .hasOnlyRules("blocked", "current", "failed", "proposed", "skipped")
                .isBlocked("blocked", "drift")
                .isCurrent("current")
                .isFailed("failed", "not-found")
                .isSkipped("skipped")
                .hasObjection("not-found")
                .adds("docs/new.md")
                .modifies("docs/a.md")
                .removes("docs/old.md")
                .leaves("README.md")
                .proposes(
                        "proposed",
                        proposal -> proposal.adds("docs/new.md")
                                .modifies("docs/a.md")
                                .removes("docs/old.md")
                                .leaves("README.md")
                                .deliversExactly("docs/a.md", "docs/new.md", "docs/old.md"));
        assertThat(new SyncPlan(SyncTrigger.due(), List.of(), List.of(), "")).proposesNothing();
    }

    @Test
    void aPlanThatIsOtherwiseTellsHowItIs() {
        fails(() -> assertThat(plan).adds("docs/a.md"), "docs/a.md to be added", "modified docs/a.md");
        fails(() -> assertThat(plan).removes("docs/none.md"), "docs/none.md to be removed", "removed docs/old.md");
        fails(() -> assertThat(plan).leaves("docs/a.md"), "docs/a.md to be left", "modified docs/a.md");
        fails(() -> assertThat(plan).proposes("blocked"), "\"blocked\"", "expected a proposal", "revert them");
        fails(() -> assertThat(plan).isCurrent("proposed"), "\"proposed\"", "added docs/new.md");
        fails(() -> assertThat(plan).isSkipped("none"), "\"none\"", "in the plan");
        fails(() -> assertThat(plan).isFailed("failed", "forbidden"), "[forbidden]", "[not-found]");
        fails(() -> assertThat(plan).proposesNothing(), "proposed");
        fails(() -> assertThat(plan).hasOnlyRules("blocked"), "current");
        fails(() -> assertThat(plan).hasObjection("drift"), "not-found");
        fails(() -> assertThat(proposal()).adds("docs/old.md"), "docs/old.md to be added", "removed docs/old.md");
        fails(() -> assertThat(proposal()).deliversExactly("docs/a.md"), "docs/new.md");
    }

    static void fails(ThrowingCallable assertion, String... messages) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .satisfies(e -> org.assertj.core.api.Assertions.assertThat(e.getMessage())
                        .contains(messages));
    }

    private static RuleResult result(String rule, RuleOutcome outcome) {
        return new RuleResult(rule, WEBAPP, outcome);
    }

    private static Proposal proposal() {
        return new Proposal(
                "proposed",
                WEBAPP,
                new Release("1.0.0", ONE, Optional.of("v1.0.0")),
                Optional.empty(),
                TIP,
                List.of(
                        edit("docs/a.md", true, true),
                        edit("docs/new.md", false, true),
                        edit("docs/old.md", true, false),
                        new PlannedEdit(RepoPath.of("manifest.yaml"), Optional.empty(), Optional.empty(), file(ONE))),
                List.of(),
                List.of(),
                new PullRequestText("title", "body", List.of(), List.of(), false),
                "digest");
    }

    private static PlannedEdit edit(String path, boolean before, boolean after) {
        return new PlannedEdit(
                RepoPath.of(path),
                Optional.of("core/" + path),
                before ? file(ONE) : Optional.empty(),
                after ? file(TWO) : Optional.empty());
    }

    private static Optional<FileState> file(ObjectId id) {
        return Optional.of(new FileState(FileMode.REGULAR, id));
    }
}
