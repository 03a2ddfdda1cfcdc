package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.plan.local.LocalState;
import io.agent33.sync.core.plugin.PluginException;
import io.agent33.sync.core.rule.CanonicalRule;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.tree.Original;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The chain that renders and merges a rule's files a second time, for the checksum (S7). It takes no digest for known. For one
 * downstream and one thread.
 */
final class SecondPlanning {
    private final UpstreamView view;
    private final LocalStates localStates;
    private final PlanningOptions options;
    private final Supplier<DownstreamRepository> downstream;
    private final List<SyncRule> active;
    private final Selections selections;
    private final Remembering memory;

    /**
     * @param view that nothing was read by before
     * @param localStates that nothing was read by before
     */
    SecondPlanning(
            UpstreamView view,
            LocalStates localStates,
            PlanningOptions options,
            Supplier<DownstreamRepository> downstream,
            List<SyncRule> active) {
        this.view = view;
        this.localStates = localStates;
        this.options = options.afresh();
        this.downstream = downstream;
        this.active = active;
        this.selections = new Selections(view, active);
        this.memory = new Remembering(downstream, active);
    }

    Replanned of(Proposal proposal) {
        SyncRule rule = active.stream()
                .filter(each -> each.id().equals(proposal.ruleId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule " + proposal.ruleId() + " is active here"));
        try {
            Draft draft = new Delivering(view, downstream.get(), options, active, DownstreamPlanner.NOBODY)
                    .draft(delivery(rule, proposal.release()));
            return draft instanceof Draft.Edited edited ? edits(edited) : ended(((Draft.Ended) draft).plan());
        } catch (PluginException | ManifestException e) {
            return Replanned.ended(String.valueOf(e.getMessage()));
        }
    }

    private Delivery delivery(SyncRule rule, Release release) throws ManifestException {
        Selection selection = selections.of(rule, release.commit());
        TargetClashes met = selections.clashesAt(release.commit());
        LocalState local = localStates
                .read(rule, selection)
                .without(
                        target -> met.deliveredByAnother(rule, target, branch -> localStates.sharesBase(rule, branch)));
        return new Delivery(
                rule,
                DigestUtils.sha256Hex(CanonicalRule.of(rule)),
                release,
                selection,
                selections.besides(rule, release.commit(), branch -> localStates.sharesBase(rule, branch)),
                local,
                memory.of(local),
                Map.of());
    }

    private Replanned edits(Draft.Edited edited) {
        Map<ObjectId, byte[]> made = new HashMap<>(edited.reconciler().made());
        made.putAll(edited.edits().made());
        return new Replanned(edited.edits().edits(), Optional.empty(), blob -> source(blob, made));
    }

    private Optional<Original> source(ObjectId blob, Map<ObjectId, byte[]> made) {
        byte[] own = made.get(blob);
        return own != null ? Optional.of(Original.made(blob, own)) : view.original(blob);
    }

    private static Replanned ended(Settled settled) {
        return Replanned.ended(
                settled.outcome() instanceof RuleOutcome.Blocked blocked
                        ? blocked.objections().stream()
                                .findFirst()
                                .map(Objection::message)
                                .orElse("it is blocked")
                        : "nothing changes");
    }
}
