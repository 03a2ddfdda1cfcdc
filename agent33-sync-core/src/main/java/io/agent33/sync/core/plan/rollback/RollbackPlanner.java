package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.core.decision.Rollback;
import io.agent33.sync.core.plan.PlanningOptions;
import io.agent33.sync.core.plan.RolledBackFile;
import io.agent33.sync.core.pullrequest.ReversalWriter;
import io.agent33.sync.core.rollback.Reversal;
import io.agent33.sync.core.rollback.RolledBack;
import io.agent33.sync.core.rollback.RolledBackFormat;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.state.StateFolder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans a rollback (S12). Writes nothing that anyone else can see. For one rule and one thread. */
public final class RollbackPlanner {
    private final SyncRule rule;
    private final DownstreamRepository downstream;
    private final PlanningOptions options;
    private final StateFolder folder;
    private final FileTree head;
    private final BranchTip base;
    private final ReversalProposals proposals;

    /** Looks at the downstream's base branch once. */
    public RollbackPlanner(SyncRule rule, DownstreamRepository downstream, PlanningOptions options) {
        this.rule = rule;
        this.downstream = downstream;
        this.options = options;
        this.folder = new StateFolder(rule.id());
        this.base = downstream.base(rule.branch());
        this.head = downstream.tree(base.commit());
        this.proposals = new ReversalProposals(rule, base, head);
    }

    /**
     * The rollback.
     *
     * @param today for entries that are not there yet
     * @param issue the follow-up issue's reference
     */
    public RollbackPlan plan(RollbackRequest request, LocalDate today, String issue) {
        try {
            RolledBack memory = RolledBackFile.read(downstream, head, folder);
            RollbackChoice choice = RollbackChoice.of(
                    request, memory, downstream, base.commit(), new SyncHistory(downstream, rule.id()));
            return choice.syncs().isEmpty()
                    ? settled(choice.otherwise().orElseThrow())
                    : logged(request, today, issue, memory, choice.syncs());
        } catch (ManifestException e) {
            return blocked(e.objection());
        }
    }

    private RollbackPlan logged(
            RollbackRequest request, LocalDate today, String issue, RolledBack memory, List<PastSync> syncs) {
        RollbackLog log =
                new RollbackLog(downstream, head, rule.id(), syncs.get(0).label());
        if (log.objection().isPresent()) {
            return blocked(log.objection().get());
        }
        String restoredTo = restoredTo(syncs.get(syncs.size() - 1));
        boolean isTold = true;
        List<Rollback> entries = new ArrayList<>();
        for (PastSync sync : syncs) {
            Rollback entry = new Rollback(
                    request.date().orElse(today),
                    sync.label(),
                    sync.commit().id().abbreviated(),
                    request.reason(),
                    restoredTo,
                    issue,
                    request.by());
            Optional<Rollback> proposed = log.proposed(entry);
            isTold &= proposed.isPresent();
            entries.add(proposed.orElse(entry));
        }
        return proposed(memory, syncs, entries, log, isTold);
    }

    private RollbackPlan proposed(
            RolledBack memory, List<PastSync> syncs, List<Rollback> entries, RollbackLog log, boolean isTold) {
        List<String> labels = syncs.stream().map(PastSync::label).distinct().toList();
        RevertContents contents = new RevertContents(downstream.blobs(), labels.get(0));
        Reversal reversal = reversal(syncs, contents);
        List<PlannedEdit> edits = new ArrayList<>(reversal.edits(sources(syncs)));
        proposals
                .edit(
                        folder.rolledBack(),
                        RolledBackFormat.bytes(memory.with(labels)).map(contents::file))
                .ifPresent(edits::add);
        proposals
                .edit(RollbackLog.PLACE, Optional.of(contents.file(log.with(entries))))
                .ifPresent(edits::add);
        edits.sort(Comparator.comparing(PlannedEdit::path));
        Rollback newest = entries.get(0);
        PullRequestText text = new ReversalWriter(options.bodyLimit())
                .rollback(
                        rule,
                        new ReversalWriter.Facts(
                                labels,
                                newest.restoredTo(),
                                entries.stream().map(Rollback::revertedCommit).toList(),
                                newest.reason(),
                                newest.followUpIssue()),
                        edits,
                        reversal.notes(),
                        ReversalProposals.NO_CHECKS_YET);
        return new RollbackPlan(
                proposals.proposal(
                        Purpose.ROLLBACK, labels.get(0), syncs.get(0).upstreamCommit(), edits, reversal.notes(), text),
                labels,
                isTold);
    }

    private Reversal reversal(List<PastSync> syncs, RevertContents contents) {
        SyncReach reach = new SyncReach(options.overridePrefix(), head);
        return Reversal.of(
                head,
                syncs.stream()
                        .map(sync -> reach.undoing(
                                rule.id(),
                                sync,
                                downstream.tree(sync.parent()),
                                downstream.tree(sync.commit().id())))
                        .toList(),
                contents);
    }

    private static String restoredTo(PastSync oldest) {
        return oldest.before()
                .map(manifest -> manifest.release() + " sync state")
                .orElse("state before the first sync");
    }

    private static Map<RepoPath, String> sources(List<PastSync> syncs) {
        Map<RepoPath, String> sources = new HashMap<>();
        syncs.stream()
                .flatMap(sync -> Stream.of(sync.after(), sync.before()))
                .flatMap(Optional::stream)
                .flatMap(manifest -> manifest.files().stream())
                .forEach(file -> sources.put(file.target(), file.source()));
        return sources;
    }

    private RollbackPlan settled(RuleOutcome.NothingToApply outcome) {
        return RollbackPlan.none(new Settled(rule.id(), rule.targetRepo(), outcome));
    }

    private RollbackPlan blocked(Objection objection) {
        return settled(new RuleOutcome.Blocked(List.of(objection)));
    }
}
