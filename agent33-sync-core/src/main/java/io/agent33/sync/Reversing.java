package io.agent33.sync;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.plan.DownstreamRules;
import io.agent33.sync.core.plan.Proposals;
import io.agent33.sync.core.plan.rollback.AllowancePlanner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rollbacks and allowances, from the request to the result (S12): one rule, on the same course as those of a run. */
final class Reversing {
    private final Equipment equipment;

    Reversing(Equipment equipment) {
        this.equipment = equipment;
    }

    SyncPlan plan(RollbackRequest request) {
        return plan(request.ruleId(), course -> new RollbackWork(equipment, course, request).previews());
    }

    SyncPlan planAllowance(String ruleId, String release) {
        return plan(ruleId, course -> allowance(course, release));
    }

    SyncReport rollback(RollbackRequest request) {
        return report(SyncEvent.Verb.ROLLBACK, request.ruleId(), (course, rule) -> {
            RollbackWork work = new RollbackWork(equipment, course, request);
            return new Batch<>(alone(rule), work.plans(), work);
        });
    }

    SyncReport allow(String ruleId, String release) {
        return report(
                SyncEvent.Verb.ALLOW,
                ruleId,
                (course, rule) -> new Batch<>(
                        alone(rule),
                        allowance(course, release),
                        equipment.running(course, SyncTrigger.manual(ruleId), Optional.empty())));
    }

    private Batch.Plans allowance(Course course, String release) {
        Set<String> active =
                course.rules().rules().stream().map(entry -> entry.rule().id()).collect(Collectors.toSet());
        return (downstream, group) ->
                rule -> new AllowancePlanner(rule, active, downstream.get(), equipment.options()).plan(release);
    }

    /** What makes a batch of the one rule. */
    private interface Task {
        Batch<RuleResult> of(Course course, SyncRule rule);
    }

    private SyncPlan plan(String ruleId, Function<Course, Batch.Plans> plans) {
        SyncTrigger trigger = SyncTrigger.manual(ruleId);
        Course course = equipment.course(SyncEvent.Verb.PLAN, trigger);
        List<RulePlan> planned = course.results(
                List.of(new Batch<>(alone(rule(course, ruleId)), plans.apply(course), new Planning())),
                List.of(),
                plan -> plan instanceof Settled settled && settled.outcome().needsAttention());
        return Proposals.plan(trigger, planned.get(0));
    }

    private SyncReport report(SyncEvent.Verb verb, String ruleId, Task task) {
        Instant began = equipment.clock().instant();
        SyncTrigger trigger = SyncTrigger.manual(ruleId);
        Course course = equipment.course(verb, trigger);
        List<RuleResult> results = course.results(
                List.of(task.of(course, rule(course, ruleId))),
                List.of(),
                result -> result.outcome().needsAttention());
        return new SyncReport(trigger, results, List.of(), began);
    }

    private static List<DownstreamRules> alone(SyncRule rule) {
        return List.of(new DownstreamRules(rule.targetRepo(), List.of(rule), List.of(rule)));
    }

    private static SyncRule rule(Course course, String ruleId) {
        return course.rules().rules().stream()
                .map(RuleSet.Entry::rule)
                .filter(rule -> rule.id().equals(ruleId))
                .findFirst()
                .orElseThrow(() -> unknown(course.rules(), ruleId));
    }

    /** It may be among those that could not be read. */
    private static ConfigurationException unknown(RuleSet rules, String ruleId) {
        List<Objection> objections = new ArrayList<>();
        objections.add(Objection.of(
                "unknown-rule",
                ruleId,
                "the id of an active rule",
                "none of that name",
                "the rules are "
                        + rules.rules().stream().map(entry -> entry.rule().id()).toList()));
        objections.addAll(rules.objections());
        return new ConfigurationException(objections);
    }
}
