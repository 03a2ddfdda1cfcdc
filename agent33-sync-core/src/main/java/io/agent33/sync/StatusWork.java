package io.agent33.sync;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.JournalEntry;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.Threshold;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.apply.Replanning;
import io.agent33.sync.core.monitor.status.Attempts;
import io.agent33.sync.core.monitor.status.Standings;
import io.agent33.sync.core.plan.Planner;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.Manifests;
import io.agent33.sync.core.state.StateFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes of a plan, what is merged and the journal how a rule stands (S13). Thread-safe. */
final class StatusWork implements Work<RuleStatus> {
    private final Equipment equipment;
    private final Planner planner;
    private final Attempts.Book attempts;
    private final Instant now;

    StatusWork(Equipment equipment, Planner planner, Attempts.Book attempts, Instant now) {
        this.equipment = equipment;
        this.planner = planner;
        this.attempts = attempts;
        this.now = now;
    }

    /** What is there, as far as it can be read. */
    private record Merged(
            boolean isMerged,
            boolean isCurrent,
            Optional<String> version,
            Optional<Instant> changed,
            int missed,
            Optional<String> pullRequest,
            DriftOutcome drift,
            Optional<Objection> trouble,
            List<String> owners) {}

    @Override
    public RuleStatus planned(LazyDownstream downstream, SyncRule rule, RulePlan plan, Replanning again) {
        if (plan instanceof Settled settled && settled.outcome() instanceof RuleOutcome.Failed failed) {
            return ended(rule, failed);
        }
        DriftCheck check = new DriftCheck(
                downstream,
                new Manifests(equipment.upstream().id().value()),
                equipment.options().overridePrefix());
        DriftOutcome drift = check.of(rule);
        Optional<Manifest> manifest = check.merged(rule);
        Attempts tried = attempts.of(rule.id(), rule.targetRepo());
        return status(
                rule,
                tried,
                new Merged(
                        !(drift instanceof DriftOutcome.NeverSynced),
                        isCurrent(plan),
                        manifest.map(Manifest::release),
                        tried.succeeded().isPresent() ? Optional.empty() : changed(downstream, check, rule),
                        manifest.map(merged -> planner.missedSince(merged.release(), merged.commit(), rule))
                                .orElse(0),
                        tried.wasLeftAlone() ? Optional.empty() : pullRequest(downstream, plan),
                        drift,
                        trouble(plan),
                        isCurrent(plan) && !(drift instanceof DriftOutcome.Drifted) ? List.of() : check.owners(rule)));
    }

    /** Without its downstream, the journal says what is known. */
    @Override
    public RuleStatus ended(SyncRule rule, RuleOutcome.NothingToApply outcome) {
        Attempts tried = attempts.of(rule.id(), rule.targetRepo());
        Objection trouble = trouble(new Settled(rule.id(), rule.targetRepo(), outcome))
                .orElseThrow(() -> new IllegalStateException("a rule that ended without a reason: " + outcome));
        return status(
                rule,
                tried,
                new Merged(
                        tried.lastSuccess().isPresent(),
                        false,
                        tried.lastSuccess().flatMap(JournalEntry::release),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        new DriftOutcome.Failed(trouble),
                        Optional.of(trouble),
                        List.of()));
    }

    private RuleStatus status(SyncRule rule, Attempts tried, Merged merged) {
        Optional<Instant> lastSync = tried.succeeded().or(merged::changed);
        Threshold threshold = equipment.thresholds().of(rule);
        Standings standings = new Standings(
                merged.isMerged(), merged.isCurrent(), merged.pullRequest().isPresent(), tried.failures(), lastSync);
        return new RuleStatus(
                rule.id(),
                rule.targetRepo(),
                rule.strategy(),
                rule.frequency(),
                standings.at(now, threshold),
                lastSync,
                merged.version(),
                planner.target(rule).map(Release::label),
                merged.missed(),
                tried.failures(),
                tried.lastError(),
                merged.pullRequest(),
                merged.drift(),
                merged.trouble(),
                threshold,
                merged.owners());
    }

    private static boolean isCurrent(RulePlan plan) {
        return plan instanceof Settled settled && settled.outcome().current().isPresent();
    }

    private static Optional<Objection> trouble(RulePlan plan) {
        if (!(plan instanceof Settled settled)) {
            return Optional.empty();
        }
        if (settled.outcome() instanceof RuleOutcome.Failed failed) {
            return Optional.of(failed.objection());
        }
        return settled.outcome() instanceof RuleOutcome.Blocked blocked
                ? blocked.objections().stream().findFirst()
                : Optional.empty();
    }

    private static Optional<Instant> changed(LazyDownstream downstream, DriftCheck check, SyncRule rule) {
        String manifest = new StateFolder(rule.id()).manifest().value();
        return downstream.get().lastChange(check.base(rule).commit(), manifest).map(Commit::time);
    }

    /** The branch that a run would push, if it is there: a run makes it and its pull request together. */
    private static Optional<String> pullRequest(LazyDownstream downstream, RulePlan plan) {
        return plan instanceof Proposal proposal
                ? downstream.get().branches(proposal.branch()).stream()
                        .map(BranchTip::branch)
                        .filter(proposal.branch()::equals)
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public void done(RuleStatus status, Duration took) {}
}
