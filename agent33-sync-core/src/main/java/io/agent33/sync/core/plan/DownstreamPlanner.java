package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.report.Explanation;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.plan.local.LocalState;
import io.agent33.sync.core.plan.local.Reconciled;
import io.agent33.sync.core.plugin.PluginException;
import io.agent33.sync.core.rule.CanonicalRule;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.text.OneLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.apache.commons.codec.digest.DigestUtils;

/** Leads the rules of one downstream through the stages. For one thread. */
public final class DownstreamPlanner {
    static final Watcher NOBODY = (ruleId, release, reconciled) -> {};

    private final UpstreamView view;
    private final Timetable timetable;
    private final Admission admission;
    private final PlanningOptions options;
    private final Supplier<DownstreamRepository> downstream;
    private final List<SyncRule> active;
    private final LocalStates localStates;
    private final Remembering memory;
    private final Selections selections;
    private Watcher watcher = NOBODY;
    private @Nullable SecondPlanning second;

    DownstreamPlanner(
            UpstreamView view,
            Timetable timetable,
            Admission admission,
            PlanningOptions options,
            Supplier<DownstreamRepository> downstream,
            List<SyncRule> active,
            boolean rulesComplete) {
        this.view = view;
        this.timetable = timetable;
        this.admission = admission;
        this.options = options;
        this.downstream = downstream;
        this.active = active;
        this.localStates = new LocalStates(
                downstream,
                view.repository().id().value(),
                active.stream().map(SyncRule::id).collect(Collectors.toSet()),
                rulesComplete);
        this.selections = new Selections(view, active);
        this.memory = new Remembering(downstream, active);
    }

    /** Is told what S8's table said, before anything is made of it. */
    interface Watcher {
        void reconciled(String ruleId, Release release, Reconciled reconciled);
    }

    /**
     * What the downstream's rules have to say of one path (S8).
     *
     * @param rules those that might deliver it
     * @throws RepositoryException if the world fails
     */
    public Explanation explain(List<SyncRule> rules, RepoPath path) {
        Explaining explaining = new Explaining(path);
        watcher = explaining::look;
        try {
            List<Settled> unplanned = rules.stream()
                    .map(this::plan)
                    .filter(Settled.class::isInstance)
                    .map(Settled.class::cast)
                    .filter(settled -> !(settled.outcome() instanceof RuleOutcome.Current))
                    .toList();
            return new Explanation(downstream.get().id(), path, explaining.found(), unplanned);
        } finally {
            watcher = NOBODY;
        }
    }

    /**
     * Plans one rule. Content that neither repository has is put into the downstream's local store; nothing that anyone
     * else can see is written.
     *
     * @throws RepositoryException if the world fails
     */
    public RulePlan plan(SyncRule rule) {
        if (rule.targetRepo().sameAs(view.repository().id())) {
            return blocked(rule, targetsUpstream(rule));
        }
        Due due = timetable.due(rule);
        try {
            return due instanceof Due.At at ? select(rule, at.release()) : notDue(rule, due);
        } catch (PluginException e) {
            Objection objection = Objection.of(
                    "plugin-failed",
                    OneLine.of(e.plugin()),
                    e.expected(),
                    OneLine.of(e.found()),
                    "mend the plugin, or leave it out of the rule");
            return blocked(rule, List.of(objection));
        }
    }

    private static List<Objection> targetsUpstream(SyncRule rule) {
        return List.of(Objection.of(
                "targets-upstream",
                rule.id(),
                "a downstream as target_repo",
                "the upstream, which is only ever read",
                "name another repository"));
    }

    /** Under another name, too, the upstream is no downstream. */
    private boolean leadsToUpstream() {
        Optional<String> place = view.repository().location();
        return place.isPresent() && place.equals(downstream.get().location());
    }

    private RulePlan select(SyncRule rule, Release release) {
        Selection selection = selections.of(rule, release.commit());
        TargetClashes met = selections.clashesAt(release.commit());
        List<Objection> objections = selection.objections().isEmpty() ? met.of(rule) : selection.objections();
        if (!objections.isEmpty()) {
            return blocked(rule, objections);
        }
        if (leadsToUpstream()) {
            return blocked(rule, targetsUpstream(rule));
        }
        try {
            LocalState local = localStates
                    .read(rule, selection)
                    .without(target ->
                            met.deliveredByAnother(rule, target, branch -> localStates.sharesBase(rule, branch)));
            Due allowed = admission.check(release, memory.of(local, selection), rule.id());
            return allowed instanceof Due.At ? admit(rule, release, selection, local) : notDue(rule, allowed);
        } catch (ManifestException e) {
            return blocked(rule, List.of(e.objection()));
        }
    }

    private RulePlan admit(SyncRule rule, Release release, Selection selection, LocalState local)
            throws ManifestException {
        String digest = DigestUtils.sha256Hex(CanonicalRule.of(rule));
        if (local.merged().isEmpty()) {
            return selection.files().isEmpty()
                    ? skipped(rule, "no file of " + release + " matches source and filters")
                    : render(rule, digest, release, selection, local);
        }
        Manifest merged = local.merged().get();
        Due due = admission.check(release, merged);
        if (!(due instanceof Due.At)) {
            return notDue(rule, due);
        }
        if (timetable.onlyIfChanged(rule) && merged.ruleDigest().equals(digest) && unchanged(rule, selection, merged)) {
            return new Settled(
                    rule.id(),
                    rule.targetRepo(),
                    new RuleOutcome.Skipped(
                            "no matched file changed between " + merged.release() + " and " + release,
                            Optional.of(release.label())));
        }
        return render(rule, digest, release, selection, local);
    }

    private boolean unchanged(SyncRule rule, Selection selection, Manifest merged) {
        return view.reaches(merged.commit())
                && selections.of(rule, merged.commit()).files().equals(selection.files());
    }

    private RulePlan render(SyncRule rule, String digest, Release release, Selection selection, LocalState local)
            throws ManifestException {
        Map<SyncRule, Selection> others =
                selections.besides(rule, release.commit(), branch -> localStates.sharesBase(rule, branch));
        Delivery delivery =
                new Delivery(rule, digest, release, selection, others, local, memory.of(local), local.digests());
        return new Delivering(view, downstream.get(), options, active, watcher).plan(delivery);
    }

    /**
     * Renders and merges once more what was planned here, from the same commits, by a chain that has nothing of the first but
     * their names (S7).
     *
     * @throws RepositoryException if the world fails
     */
    public Replanned again(Proposal proposal) {
        if (second == null) {
            second = new SecondPlanning(view.afresh(), localStates.afresh(), options, downstream, active);
        }
        return second.of(proposal);
    }

    private static RulePlan notDue(SyncRule rule, Due due) {
        if (due instanceof Due.Refused refused) {
            return blocked(rule, List.of(refused.objection()));
        }
        return skipped(rule, due instanceof Due.NotYet notYet ? notYet.reason() : "it is not due");
    }

    private static RulePlan skipped(SyncRule rule, String reason) {
        return new Settled(rule.id(), rule.targetRepo(), new RuleOutcome.Skipped(reason));
    }

    private static RulePlan blocked(SyncRule rule, List<Objection> objections) {
        return new Settled(rule.id(), rule.targetRepo(), new RuleOutcome.Blocked(objections));
    }
}
