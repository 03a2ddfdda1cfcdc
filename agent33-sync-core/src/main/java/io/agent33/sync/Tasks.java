package io.agent33.sync;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTask;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.plan.Planner;
import java.util.List;
import java.util.function.Function;

/** A run as one task for each rule, and one of these as a run. */
final class Tasks {
    private final Equipment equipment;

    Tasks(Equipment equipment) {
        this.equipment = equipment;
    }

    List<SyncTask> of(SyncTrigger trigger) {
        if (trigger.downgrade()) {
            throw new IllegalArgumentException("to go back to an older release is an operator's own run, and no task");
        }
        UpstreamRepository upstream = equipment.upstream();
        return new Planner(trigger, rules(), upstream, equipment.options())
                .due().stream()
                        .map(due -> task(due.rule(), due.release().permanentName(), trigger.kind()))
                        .toList();
    }

    private static SyncTask task(SyncRule rule, String reference, SyncTrigger.Kind asked) {
        SyncTrigger.Kind kind = asked != SyncTrigger.Kind.DUE
                ? asked
                : rule.frequency() == Frequency.ON_CHANGE ? SyncTrigger.Kind.CHANGE : SyncTrigger.Kind.RELEASE;
        return new SyncTask(rule.id(), rule.targetRepo(), kind, reference);
    }

    RuleResult run(SyncTask task, Function<SyncTrigger, SyncReport> run) {
        RuleSet rules = rules();
        if (rules.refused().contains(task.ruleId())) {
            return result(task, new RuleOutcome.Blocked(rules.objections()));
        }
        boolean meant = rules.rules().stream()
                .map(RuleSet.Entry::rule)
                .anyMatch(rule ->
                        rule.id().equals(task.ruleId()) && rule.targetRepo().equals(task.repository()));
        if (!meant) {
            return result(task, new RuleOutcome.Skipped("there is no such rule for this repository any more"));
        }
        return run.apply(task.trigger()).results().stream()
                .findFirst()
                .orElseGet(() -> result(task, new RuleOutcome.Skipped("the rule went away meanwhile")));
    }

    private static RuleResult result(SyncTask task, RuleOutcome outcome) {
        return new RuleResult(task.ruleId(), task.repository(), outcome);
    }

    private RuleSet rules() {
        return CheckedRules.read(
                equipment.ruleSource(),
                new RuleContext(equipment.upstream(), equipment.options().hostPlugins()));
    }
}
