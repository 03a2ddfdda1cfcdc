package io.agent33.sync.core.print;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.FileCounts;
import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.report.PathNote;
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
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.AcceptedFinding;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.Finding;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One plan and one report with every outcome in them. */
final class Samples {
    static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    static final RepositoryId DOCS = RepositoryId.of("org/docs-site");
    static final ObjectId BASE = ObjectId.of("b".repeat(40));
    private static final Release RELEASE = new Release("1.1.0", ObjectId.of("c".repeat(40)), Optional.of("v1.1.0"));

    static final Objection DRIFT = Objection.of(
            "drift",
            "docs/agent33/TOOLS.md",
            "the bytes that v1.0.0 delivered",
            "blob \u001b[31mdeadbeef",
            "undo the edit, or move it to .agent33-overrides/");
    static final Objection UNKNOWN_KEY = Objection.of(
                    "unknown-key", "sync_rule.sorce", "one of the rule's keys", "\"sorce\"", "did you mean \"source\"?")
            .at(new Location("core/orchestrator/distribution/rules/api.yaml", 3, 5));
    static final Objection UNREACHABLE = Objection.of("unreachable", "org/ml-pipeline", "", "connection refused", "");

    private Samples() {}

    static FileState state(FileMode mode, char digit) {
        return new FileState(mode, ObjectId.of(String.valueOf(digit).repeat(40)));
    }

    static PlannedEdit edit(String path, String source, Optional<FileState> before, Optional<FileState> after) {
        return new PlannedEdit(
                RepoPath.of(path), source.isEmpty() ? Optional.empty() : Optional.of(source), before, after);
    }

    static List<CheckResult> checks() {
        return Arrays.stream(Check.values())
                .map(check -> switch (check) {
                    case VERSION_TAG -> versionTag();
                    default -> new CheckResult(check, CheckStatus.SKIP, "not run");
                })
                .toList();
    }

    private static CheckResult versionTag() {
        Location place = new Location("docs/agent33/SPEC.md", 3, 0);
        Finding missing = Finding.problem("version-tag-missing", place, "v1.1.0 is missing", "stamp it");
        Finding accepted = Finding.problem("version-tag-missing", Location.of("docs/agent33/x.md"), "missing", "");
        return new CheckResult(
                Check.VERSION_TAG.key(),
                Check.VERSION_TAG.title(),
                CheckStatus.WARN,
                "v1.1.0 missing in 1 files",
                List.of(missing),
                List.of(new AcceptedFinding(accepted, "it is generated")));
    }

    static Proposal proposal(Optional<String> previous, String body, List<PlannedEdit> edits) {
        return new Proposal(
                "webapp-orchestrator",
                WEBAPP,
                RELEASE,
                previous,
                new BranchTip("main", BASE),
                edits,
                List.of(CONFLICT),
                checks(),
                new PullRequestText(
                        "sync(agent33): Update orchestrator from v1.1.0",
                        body,
                        List.of("agent33-sync", "auto-generated"),
                        List.of("octo"),
                        false,
                        Optional.of(MergeMethod.SQUASH)),
                "d".repeat(64));
    }

    private static final PathNote CONFLICT = new PathNote(
            NoteKind.CONFLICT,
            RepoPath.of("docs/agent33/AGENTS.md"),
            "in \"Roles\"",
            List.of(new Conflict(3, 9), new Conflict(14, 20)));

    static List<PlannedEdit> edits() {
        FileState old = state(FileMode.REGULAR, '1');
        FileState regular = state(FileMode.REGULAR, '2');
        FileState executable = state(FileMode.EXECUTABLE, '2');
        return List.of(
                edit(
                        ".agent33-sync-state/webapp-orchestrator/manifest.yaml",
                        "",
                        Optional.of(old),
                        Optional.of(regular)),
                edit("docs/agent33/AGENTS.md", "core/orchestrator/AGENTS.md", Optional.empty(), Optional.of(regular)),
                edit("docs/agent33/GONE.md", "core/orchestrator/GONE.md", Optional.of(old), Optional.empty()),
                edit("docs/agent33/run.sh", "core/orchestrator/run.sh", Optional.of(regular), Optional.of(executable)));
    }

    static SyncPlan plan() {
        return new SyncPlan(
                SyncTrigger.release("v1.1.0"),
                List.of(
                        new Settled("docs-full", DOCS, new RuleOutcome.Skipped("its frequency is manual")),
                        new Settled("docs-prompts", DOCS, new RuleOutcome.Current("v1.1.0")),
                        new Settled("ml-arch", RepositoryId.of("org/ml-pipeline"), new RuleOutcome.Failed(UNREACHABLE)),
                        new Settled("webapp-drift", WEBAPP, new RuleOutcome.Blocked(List.of(DRIFT))),
                        proposal(Optional.of("v1.0.0"), "## Sync Update\n\n**Files changed:** 3\n", edits())),
                List.of(UNKNOWN_KEY),
                "e".repeat(64));
    }

    static SyncReport report() {
        BranchTip head = new BranchTip("agent33-sync/v1.1.0/webapp-orchestrator", BASE);
        FileCounts files = new FileCounts(1, 1, 1);
        return new SyncReport(
                SyncTrigger.due().only("b", "a").allowDowngrade(),
                List.of(
                        result(
                                "opened",
                                new RuleOutcome.Proposed(
                                        head,
                                        files,
                                        new Publication.Opened(
                                                "pr/1.md",
                                                List.of("GitHub merges it when all its requirements are met")))),
                        result("updated", new RuleOutcome.Proposed(head, files, new Publication.Updated("pr/2.md"))),
                        result("declined", new RuleOutcome.Proposed(head, files, new Publication.Declined("closed"))),
                        result("waiting", new RuleOutcome.Waiting(head, files, new Publication.Unchanged("pr/3.md"))),
                        result("current", new RuleOutcome.Current("v1.1.0")),
                        result("skipped", new RuleOutcome.Skipped("nothing changed")),
                        result("blocked", new RuleOutcome.Blocked(List.of(DRIFT, UNKNOWN_KEY))),
                        result("left", new RuleOutcome.LeftAlone(head.branch(), "somebody pushed to it")),
                        result("failed", new RuleOutcome.Failed(UNREACHABLE))),
                List.of(UNKNOWN_KEY),
                Instant.parse("2026-01-30T12:00:00.789Z"));
    }

    private static RuleResult result(String ruleId, RuleOutcome outcome) {
        return new RuleResult(ruleId, WEBAPP, outcome);
    }
}
