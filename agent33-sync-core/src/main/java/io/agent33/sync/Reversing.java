package io.agent33.sync;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.apply.Applier;
import io.agent33.sync.core.plan.PlanningOptions;
import io.agent33.sync.core.plan.Proposals;
import io.agent33.sync.core.plan.RollbackIssue;
import io.agent33.sync.core.plan.RollbackPlanner;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rollbacks and allowances, from the request to the result (S12). The effects in their order: the issue, since the entry in
 * {@code DECISIONS.md} names it; the branch, which holds files, entry and memory in one commit; the pull request. Each is found
 * again by what it left.
 */
final class Reversing {
    private static final String NOT_YET = "(opened with the rollback)";

    private final RuleSet rules;
    private final UpstreamRepository upstream;
    private final DownstreamRepositories downstreams;
    private final IssueTracker issues;
    private final Clock clock;
    private final PlanningOptions options;
    private final Watch watch;
    private final Applier applier;

    Reversing(
            RuleSet rules,
            UpstreamRepository upstream,
            DownstreamRepositories downstreams,
            PullRequestPublisher publisher,
            IssueTracker issues,
            Clock clock,
            Identity author,
            PlanningOptions options,
            Watch watch) {
        this.rules = rules;
        this.upstream = upstream;
        this.downstreams = downstreams;
        this.issues = issues;
        this.clock = clock;
        this.options = options;
        this.watch = watch;
        this.applier = new Applier(upstream, publisher, author, false, Optional.empty(), () -> false);
    }

    SyncPlan plan(RollbackRequest request) {
        return plan(request.ruleId(), rollback -> planned(request, rollback));
    }

    SyncPlan planAllowance(String ruleId, String release) {
        return plan(ruleId, planning -> planning.planner().allowance(release));
    }

    SyncReport rollback(RollbackRequest request) {
        return report(request.ruleId(), planning -> rolledBack(request, planning));
    }

    SyncReport allow(String ruleId, String release) {
        return report(ruleId, planning -> applied(planning, planning.planner().allowance(release)));
    }

    /** One rule, its open downstream, and what plans for them. */
    private record Case(SyncRule rule, LazyDownstream downstream, RollbackPlanner planner) {}

    private RulePlan planned(RollbackRequest request, Case planning) {
        RulePlan plan = planning.planner().rollback(request, today(), NOT_YET);
        if (!(plan instanceof Proposal proposal)) {
            return plan;
        }
        Optional<Issue> known = issues.find(
                upstream.id(),
                RollbackIssue.key(planning.rule(), proposal.release().label()));
        return known.map(issue -> planning.planner().rollback(request, today(), issue.reference()))
                .orElse(plan);
    }

    private RuleResult rolledBack(RollbackRequest request, Case planning) {
        RulePlan plan = planning.planner().rollback(request, today(), NOT_YET);
        if (!(plan instanceof Proposal proposal) || planning.planner().isRecorded(proposal)) {
            return applied(planning, plan);
        }
        Optional<RuleOutcome> refusal = applier.refusal(planning.downstream().get(), proposal);
        if (refusal.isPresent()) {
            return result(planning.rule(), refusal.get(), plan.notes());
        }
        Issue issue = issues.track(RollbackIssue.draft(upstream.id(), planning.rule(), proposal, request.reason()))
                .issue();
        return applied(planning, planning.planner().rollback(request, today(), issue.reference()));
    }

    private RuleResult applied(Case planning, RulePlan plan) {
        RuleOutcome outcome = plan instanceof Proposal proposal
                ? applier.apply(planning.downstream().get(), proposal)
                : ((Settled) plan).outcome();
        return result(planning.rule(), outcome, plan.notes());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private SyncPlan plan(String ruleId, Function<Case, RulePlan> planning) {
        SyncRule rule = rule(ruleId);
        RulePlan plan = with(rule, planning, failed -> new Settled(rule.id(), rule.targetRepo(), failed));
        return Proposals.plan(SyncTrigger.manual(ruleId), plan);
    }

    private SyncReport report(String ruleId, Function<Case, RuleResult> work) {
        SyncRule rule = rule(ruleId);
        RuleResult result = with(rule, work, failed -> result(rule, failed, List.of()));
        return new SyncReport(SyncTrigger.manual(ruleId), List.of(result), List.of(), clock.instant());
    }

    private <R> R with(SyncRule rule, Function<Case, R> work, Function<RuleOutcome.Failed, R> failed) {
        try (LazyDownstream downstream = new LazyDownstream(downstreams, rule.targetRepo(), watch)) {
            return work.apply(new Case(rule, downstream, new RollbackPlanner(rule, downstream.get(), options)));
        } catch (RepositoryException e) {
            return failed.apply(new RuleOutcome.Failed(Objection.of(
                    "repository",
                    rule.targetRepo() + " " + rule.id(),
                    "",
                    String.valueOf(e.getMessage()),
                    "run again")));
        }
    }

    private static RuleResult result(SyncRule rule, RuleOutcome outcome, List<PathNote> notes) {
        return new RuleResult(rule.id(), rule.targetRepo(), outcome, notes);
    }

    private SyncRule rule(String ruleId) {
        return rules.rules().stream()
                .map(RuleSet.Entry::rule)
                .filter(rule -> rule.id().equals(ruleId))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(Objection.of(
                        "unknown-rule",
                        ruleId,
                        "the id of an active rule",
                        "none of that name",
                        "the rules are "
                                + rules.rules().stream()
                                        .map(entry -> entry.rule().id())
                                        .toList())));
    }
}
