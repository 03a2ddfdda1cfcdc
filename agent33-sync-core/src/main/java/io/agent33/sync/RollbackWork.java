package io.agent33.sync;

import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.apply.Cancellation;
import io.agent33.sync.core.apply.Replanning;
import io.agent33.sync.core.plan.rollback.RollbackIssue;
import io.agent33.sync.core.plan.rollback.RollbackPlan;
import io.agent33.sync.core.plan.rollback.RollbackPlanner;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A rollback's effects in their order: the issue, since the entry in {@code DECISIONS.md} names it; the branch, which holds files,
 * entry and memory in one commit; the pull request. Each is found again by what it left. For one rule and one use.
 */
final class RollbackWork implements Work<RuleResult> {
    private static final String NOT_YET = "(opened with the rollback)";

    private final Equipment equipment;
    private final RollbackRequest request;
    private final UpstreamRepository upstream;
    private final Running running;
    private final BooleanSupplier cancelled;
    private final LocalDate today;
    private Optional<Untold> untold = Optional.empty();

    /** What no issue tells of yet, and who plans it again with the issue's name. */
    private record Untold(RollbackPlanner planner, RollbackPlan plan) {}

    RollbackWork(Equipment equipment, Course course, RollbackRequest request) {
        this.equipment = equipment;
        this.request = request;
        this.upstream = course.upstream();
        this.running = equipment.running(course, SyncTrigger.manual(request.ruleId()), Optional.empty());
        this.cancelled = course.cancelled();
        this.today = LocalDate.now(equipment.clock());
    }

    /** For a run, which opens the issue. */
    Batch.Plans plans() {
        return (downstream, group) -> rule -> plan(downstream, rule);
    }

    /** For a plan alone, which names the issue that is open, if one is. */
    Batch.Plans previews() {
        return (downstream, group) -> rule -> {
            RulePlan plan = plan(downstream, rule);
            return untold.flatMap(known -> open(rule, known)).orElse(plan);
        };
    }

    private RulePlan plan(LazyDownstream downstream, SyncRule rule) {
        RollbackPlanner planner = new RollbackPlanner(rule, upstream, downstream.get(), equipment.options());
        RollbackPlan plan = planner.plan(request, today, NOT_YET);
        untold = plan.isTold() ? Optional.empty() : Optional.of(new Untold(planner, plan));
        return plan.plan();
    }

    private Optional<RulePlan> open(SyncRule rule, Untold known) {
        String key = RollbackIssue.key(rule, known.plan().releases().get(0));
        return equipment
                .issues()
                .find(upstream.id(), key)
                .filter(Issue::isOpen)
                .map(issue -> again(known, issue.reference()));
    }

    @Override
    public RuleResult planned(LazyDownstream downstream, SyncRule rule, RulePlan plan, Replanning again) {
        if (untold.isEmpty() || !(plan instanceof Proposal proposal)) {
            return running.planned(downstream, rule, plan, again);
        }
        Optional<RuleOutcome> refusal = running.refusal(downstream, proposal);
        if (refusal.isPresent()) {
            return Running.result(rule, refusal.get(), plan.notes(), plan.validation());
        }
        if (cancelled.getAsBoolean()) {
            return ended(rule, Cancellation.outcome(rule.id()));
        }
        return running.planned(downstream, rule, again(untold.get(), track(rule, untold.get())), again);
    }

    private String track(SyncRule rule, Untold known) {
        return new WatchedIssues(equipment.issues(), equipment.watch())
                .track(
                        rule.id(),
                        RollbackIssue.draft(upstream.id(), rule, known.plan().releases(), request.reason()))
                .reference();
    }

    private RulePlan again(Untold known, String issue) {
        return known.planner().plan(request, today, issue).plan();
    }

    @Override
    public RuleResult ended(SyncRule rule, RuleOutcome.NothingToApply outcome) {
        return running.ended(rule, outcome);
    }

    @Override
    public void done(RuleResult result, Duration took) {
        running.done(result, took);
    }
}
