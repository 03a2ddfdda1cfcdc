package io.agent33.sync;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.plan.PlanComparison;
import io.agent33.sync.core.plan.Planner;
import io.agent33.sync.core.plan.SavedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a saved plan is planned again.
 *
 * @param batches one for each release that the plan delivers
 * @param impossible the results of proposals that cannot even be planned again: their rule is gone, or their release
 */
record Reapplication(List<Batch<RuleResult>> batches, List<RuleResult> impossible) {
    /** @throws ConfigurationException if the plan is not what its digests say */
    static Reapplication of(SyncPlan plan, RuleSet rules, Function<SyncTrigger, Planner> planners, Running running) {
        Set<String> active =
                rules.rules().stream().map(entry -> entry.rule().id()).collect(Collectors.toSet());
        SavedPlan saved = SavedPlan.of(plan);
        List<Batch<RuleResult>> batches = new ArrayList<>();
        List<RuleResult> impossible = new ArrayList<>();
        for (SavedPlan.Part part : saved.parts(proposal -> active.contains(proposal.ruleId()))) {
            try {
                batches.add(Batch.of(planners.apply(part.trigger()), new Applying(part.proposals(), running)));
            } catch (ConfigurationException e) {
                // The release was deleted upstream: its own proposals cannot be applied, the others can.
                part.proposals().values().forEach(proposal -> impossible.add(blocked(proposal, e.objections())));
            }
        }
        plan.proposals().stream()
                .filter(proposal -> !active.contains(proposal.ruleId()))
                .forEach(proposal -> impossible.add(blocked(proposal, List.of(PlanComparison.noRule(proposal)))));
        return new Reapplication(batches, impossible);
    }

    private static RuleResult blocked(Proposal proposal, List<Objection> objections) {
        return new RuleResult(proposal.ruleId(), proposal.repository(), new RuleOutcome.Blocked(objections));
    }
}
