package io.agent33.sync;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.DriftReport;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.RuleDrift;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.apply.Cancellation;
import io.agent33.sync.core.log.LogContext;
import io.agent33.sync.core.state.Manifests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks for drift in all downstreams at once (S13). For one use. */
final class DriftRound {
    private final Equipment equipment;
    private final List<String> only;
    private final DriftIssues issues;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    DriftRound(Equipment equipment, List<String> only, DriftIssues issues) {
        this.equipment = equipment;
        this.only = only;
        this.issues = issues;
    }

    DriftReport report() {
        Instant began = equipment.clock().instant();
        RuleSet rules = CheckedRules.read(
                equipment.ruleSource(),
                new RuleContext(equipment.upstream(), equipment.options().hostPlugins()));
        Map<RepositoryId, List<SyncRule>> groups = new TreeMap<>();
        for (SyncRule rule : asked(rules)) {
            groups.computeIfAbsent(rule.targetRepo(), id -> new ArrayList<>()).add(rule);
        }
        equipment.watch().tell(new SyncEvent.DownstreamsFound(List.copyOf(groups.keySet())));
        List<RuleDrift> found = new Fleet(equipment.parallelism(), cancelled)
                .each(
                        List.copyOf(groups.entrySet()),
                        group -> LogContext.about(
                                LogContext.DOWNSTREAM,
                                group.getKey().value(),
                                () -> drift(group.getKey(), group.getValue())));
        return new DriftReport(found, rules.objections(), began);
    }

    private List<SyncRule> asked(RuleSet rules) {
        List<SyncRule> all = rules.rules().stream().map(RuleSet.Entry::rule).toList();
        TreeSet<String> unknown = new TreeSet<>(only);
        all.forEach(rule -> unknown.remove(rule.id()));
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(Objection.of(
                    "unknown-rule",
                    String.join(", ", unknown),
                    "ids of active rules",
                    "none of that name",
                    "the rules are " + all.stream().map(SyncRule::id).toList()));
        }
        return all.stream()
                .filter(rule -> only.isEmpty() || only.contains(rule.id()))
                .toList();
    }

    private List<RuleDrift> drift(RepositoryId repository, List<SyncRule> rules) {
        Watch watch = equipment.watch();
        watch.tell(new SyncEvent.DownstreamStarted(
                repository, rules.stream().map(SyncRule::id).toList()));
        try (LazyDownstream downstream = new LazyDownstream(equipment.downstreams(), repository, watch)) {
            Watch.Lap lap = watch.lap(downstream::traffic);
            DriftCheck check = new DriftCheck(
                    downstream,
                    new Manifests(equipment.upstream().id().value()),
                    equipment.options().overridePrefix());
            List<RuleDrift> found = rules.stream()
                    .map(rule -> LogContext.about(LogContext.RULE, rule.id(), () -> drift(rule, check, downstream)))
                    .toList();
            watch.tell(new SyncEvent.DownstreamFinished(repository, lap.took(), lap.traffic()));
            return found;
        }
    }

    private RuleDrift drift(SyncRule rule, DriftCheck check, LazyDownstream downstream) {
        DriftOutcome outcome = cancelled.get()
                ? new DriftOutcome.Failed(Cancellation.outcome(rule.id()).objection())
                : outcome(rule, check);
        try {
            Optional<Issue> issue =
                    issues.tell(rule, outcome, () -> downstream.get().blobs());
            return new RuleDrift(rule.id(), rule.targetRepo(), outcome, issue, Optional.empty());
        } catch (RuntimeException | Error e) {
            return new RuleDrift(
                    rule.id(), rule.targetRepo(), outcome, Optional.empty(), Optional.of(Mishap.objection(rule, e)));
        }
    }

    private static DriftOutcome outcome(SyncRule rule, DriftCheck check) {
        try {
            return check.of(rule);
        } catch (RuntimeException | Error e) {
            return new DriftOutcome.Failed(Mishap.objection(rule, e));
        }
    }
}
