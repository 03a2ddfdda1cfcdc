package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Plans one run (S2): reads the upstream's names once, groups the rules by downstream, and leads each group through the
 * stages. Thread-safe; each downstream's planner is for one thread.
 */
public final class Planner {
    private final SyncTrigger trigger;
    private final RuleSet rules;
    private final PlanningOptions options;
    private final UpstreamView view;
    private final Timetable timetable;

    /**
     * @param rules checked rules
     * @throws ConfigurationException if the trigger names a rule or a reference that there is not
     */
    public Planner(SyncTrigger trigger, RuleSet rules, UpstreamRepository upstream, PlanningOptions options) {
        this.trigger = trigger;
        this.rules = rules;
        this.options = options;
        checkNames();
        this.view = new UpstreamView(upstream);
        this.timetable = new Timetable(trigger, view);
    }

    private void checkNames() {
        Set<String> unknown = new TreeSet<>(trigger.only());
        rules.rules().forEach(entry -> unknown.remove(entry.rule().id()));
        // A rule that is there and refused is an objection already, and stops no other.
        unknown.removeAll(rules.refused());
        if (unknown.isEmpty()) {
            return;
        }
        List<Objection> objections = new ArrayList<>();
        unknown.forEach(id -> objections.add(Objection.of(
                "unknown-rule",
                id,
                "the id of an active rule",
                "none",
                "the active rules are "
                        + rules.rules().stream().map(entry -> entry.rule().id()).toList())));
        objections.addAll(rules.objections());
        throw new ConfigurationException(objections);
    }

    /** The downstreams that the trigger is about, in the order of their names, with their rules. */
    public List<DownstreamRules> downstreams() {
        // Forges ignore the case of a name: two spellings are one repository, and its rules must meet.
        Map<String, List<SyncRule>> byRepository = rules.rules().stream()
                .map(RuleSet.Entry::rule)
                .sorted(Comparator.comparing(SyncRule::id))
                .collect(Collectors.groupingBy(
                        rule -> rule.targetRepo().value().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
        return byRepository.values().stream()
                .map(active -> new DownstreamRules(
                        active.get(0).targetRepo(),
                        active,
                        active.stream().filter(this::asked).toList()))
                .filter(group -> !group.asked().isEmpty())
                .toList();
    }

    /**
     * The rules that are due, in the order of their ids; asks no downstream.
     *
     * @throws ConfigurationException if a rule that the trigger names must not be synced to what it names
     */
    public List<DueRule> due() {
        List<DueRule> due = new ArrayList<>();
        for (RuleSet.Entry entry : rules.rules()) {
            Due when = asked(entry.rule()) ? timetable.due(entry.rule()) : new Due.NotYet("it was not asked for");
            if (when instanceof Due.At at) {
                due.add(new DueRule(entry.rule(), at.release()));
            } else if (when instanceof Due.Refused refused) {
                throw new ConfigurationException(refused.objection());
            }
        }
        return due;
    }

    /** What would be delivered to a rule's downstream now, as far as the upstream tells; empty if nothing would. */
    public Optional<Release> target(SyncRule rule) {
        return timetable.due(rule) instanceof Due.At at ? Optional.of(at.release()) : Optional.empty();
    }

    /**
     * How many newer releases have other files for a rule than the release before them (S13).
     *
     * @param label of the release that is merged
     * @param commit its commit
     */
    public int missedSince(String label, ObjectId commit, SyncRule rule) {
        return new MissedReleases(view).after(label, commit, rule);
    }

    private boolean asked(SyncRule rule) {
        return trigger.only().isEmpty() || trigger.only().contains(rule.id());
    }

    /**
     * A planner for one downstream.
     *
     * @param downstream asked only for rules that are due; gives the same repository each time
     */
    public DownstreamPlanner in(Supplier<DownstreamRepository> downstream, DownstreamRules group) {
        return new DownstreamPlanner(
                view,
                timetable,
                new Admission(trigger),
                options,
                downstream,
                group.active(),
                rules.objections().isEmpty());
    }

    /** Joins what was planned for all downstreams, in whatever order, into one plan. */
    public SyncPlan join(List<RulePlan> plans) {
        List<RulePlan> sorted = plans.stream()
                .sorted(Comparator.comparing(RulePlan::repository).thenComparing(RulePlan::ruleId))
                .toList();
        List<Proposal> proposals = sorted.stream()
                .filter(Proposal.class::isInstance)
                .map(Proposal.class::cast)
                .toList();
        return new SyncPlan(trigger, sorted, rules.objections(), ProposalDigest.of(proposals));
    }
}
