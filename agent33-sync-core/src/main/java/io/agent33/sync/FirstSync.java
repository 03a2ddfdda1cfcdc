package io.agent33.sync;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.Standing;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.plan.DownstreamRules;
import io.agent33.sync.core.plan.Planner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans what a rule's first sync would be, beside the rules that there are. */
final class FirstSync {
    private final Equipment equipment;

    FirstSync(Equipment equipment) {
        this.equipment = equipment;
    }

    RuleStatus of(SyncRule rule, RuleSet others) {
        List<RuleSet.Entry> entries = new ArrayList<>(others.rules());
        entries.add(new RuleSet.Entry(rule, Location.of(rule.id())));
        entries.sort(Comparator.comparing(entry -> entry.rule().id()));
        RuleSet together = new RuleSet(entries, others.objections(), others.refused());
        Planner planner =
                new Planner(SyncTrigger.manual(rule.id()), together, equipment.upstream(), equipment.options());
        DownstreamRules group = planner.downstreams().get(0);
        RulePlan plan;
        try (DownstreamRepository downstream = equipment.downstreams().open(group.repository())) {
            plan = planner.in(() -> downstream, group).plan(rule);
        }
        if (plan instanceof Proposal proposal) {
            return status(rule, proposal);
        }
        throw new ConfigurationException(objections(rule, ((Settled) plan).outcome()));
    }

    private RuleStatus status(SyncRule rule, Proposal proposal) {
        return new RuleStatus(
                rule.id(),
                rule.targetRepo(),
                rule.strategy(),
                rule.frequency(),
                Standing.NEVER,
                Optional.empty(),
                Optional.empty(),
                Optional.of(proposal.release().label()),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                new DriftOutcome.NeverSynced(),
                Optional.empty(),
                equipment.thresholds().of(rule),
                List.of());
    }

    private static List<Objection> objections(SyncRule rule, RuleOutcome outcome) {
        if (outcome instanceof RuleOutcome.Blocked blocked) {
            return blocked.objections();
        }
        return List.of(
                outcome instanceof RuleOutcome.Failed failed
                        ? failed.objection()
                        : Objection.of(
                                "no-first-sync",
                                rule.id(),
                                "something to deliver",
                                outcome.toString(),
                                "mend source and filters, or the release that it looks at"));
    }
}
