package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.core.decision.DecisionsFile;
import io.agent33.sync.core.decision.Rollback;
import io.agent33.sync.core.pullrequest.ReversalWriter;
import io.agent33.sync.core.rollback.Reversal;
import io.agent33.sync.core.rollback.RolledBack;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.validate.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans a rollback, or the allowance of a release that was rolled back (S12). Writes nothing that anyone else can see. For one
 * rule and one thread.
 */
public final class RollbackPlanner {
    private static final List<CheckResult> NO_CHECKS_YET = Checks.skipped("not run");
    private static final RepoPath DECISIONS = RepoPath.of(DecisionsFile.PATH);
    private static final ObjectId UNKNOWN = new ObjectId("0".repeat(40));

    private final SyncRule rule;
    private final DownstreamRepository downstream;
    private final PlanningOptions options;
    private final StateFolder folder;
    private final BranchTip base;
    private final FileTree head;

    /** Looks at the downstream's base branch once. */
    public RollbackPlanner(SyncRule rule, DownstreamRepository downstream, PlanningOptions options) {
        this.rule = rule;
        this.downstream = downstream;
        this.options = options;
        this.folder = new StateFolder(rule.id());
        this.base = downstream.base(rule.branch());
        this.head = downstream.tree(base.commit());
    }

    /**
     * The rollback.
     *
     * @param today for an entry that is not there yet
     * @param issue the follow-up issue's reference
     */
    public RulePlan rollback(RollbackRequest request, LocalDate today, String issue) {
        try {
            RolledBack memory = RolledBackFile.read(downstream, head, folder);
            RollbackChoice choice =
                    RollbackChoice.of(request, memory, base.commit(), new SyncHistory(downstream, rule.id()));
            return choice.syncs().isEmpty()
                    ? new Settled(
                            rule.id(), rule.targetRepo(), choice.otherwise().orElseThrow())
                    : propose(request, today, issue, memory, choice.syncs());
        } catch (ManifestException e) {
            return blocked(e.objection());
        }
    }

    /** Takes a release from the memory of those that were rolled back. */
    public RulePlan allowance(String release) {
        try {
            RolledBack memory = RolledBackFile.read(downstream, head, folder);
            if (!memory.releases().contains(release)) {
                return new Settled(
                        rule.id(),
                        rule.targetRepo(),
                        new RuleOutcome.Skipped(release + " is not rolled back here; that are " + memory.releases()));
            }
            List<PlannedEdit> edits = new ArrayList<>();
            RevertContents contents = new RevertContents(downstream.blobs(), release);
            add(edits, folder.rolledBack(), memory.without(release).bytes().map(contents::file));
            PullRequestText text =
                    new ReversalWriter(options.bodyLimit()).allowance(rule, release, edits, NO_CHECKS_YET);
            return proposal(Purpose.ALLOWANCE, release(release, Optional.empty()), edits, List.of(), text);
        } catch (ManifestException e) {
            return blocked(e.objection());
        }
    }

    /** The entry that the branch of this rollback holds already, if an earlier run came that far. */
    public Optional<Rollback> recorded(String release, String commit) {
        String name = Purpose.ROLLBACK.branch(release, rule.id());
        return downstream.branches(name).stream()
                .filter(tip -> tip.branch().equals(name))
                .flatMap(tip -> decisions(downstream.tree(tip.commit())).entries().stream())
                .filter(Rollback.class::isInstance)
                .map(Rollback.class::cast)
                .filter(entry -> entry.syncVersion().equals(release)
                        && entry.revertedCommit().equals(commit))
                .reduce((first, second) -> second);
    }

    /** Whether an earlier run has told of this rollback on its branch. */
    public boolean isRecorded(Proposal proposal) {
        return decisionsOf(proposal).stream()
                .anyMatch(entry ->
                        recorded(entry.syncVersion(), entry.revertedCommit()).isPresent());
    }

    private Optional<Rollback> decisionsOf(Proposal proposal) {
        return proposal.edits().stream()
                .filter(edit -> edit.path().equals(DECISIONS))
                .flatMap(edit -> edit.after().stream())
                .flatMap(file -> DecisionsFile.of(content(file.id())).entries().stream())
                .filter(Rollback.class::isInstance)
                .map(Rollback.class::cast)
                .filter(entry -> entry.syncVersion().equals(proposal.release().label()))
                .reduce((first, second) -> second);
    }

    private RulePlan propose(
            RollbackRequest request, LocalDate today, String issue, RolledBack memory, List<PastSync> syncs) {
        PastSync newest = syncs.get(0);
        PastSync oldest = syncs.get(syncs.size() - 1);
        String label = newest.label();
        RevertContents contents = new RevertContents(downstream.blobs(), label);
        SyncReach reach = new SyncReach(rule.id(), options.overridePrefix(), head);
        Reversal reversal = Reversal.of(
                head,
                syncs.stream()
                        .map(sync -> reach.undoing(
                                sync,
                                downstream.tree(sync.parent()),
                                downstream.tree(sync.commit().id())))
                        .toList(),
                contents);
        List<PlannedEdit> edits = new ArrayList<>(reversal.edits(sources(syncs)));
        add(
                edits,
                folder.rolledBack(),
                memory.with(syncs.stream().map(PastSync::label).toList())
                        .bytes()
                        .map(contents::file));
        String commit = newest.commit().id().abbreviated();
        Rollback entry = recorded(label, commit)
                .orElseGet(() -> new Rollback(
                        request.date().orElse(today),
                        label,
                        commit,
                        request.reason(),
                        restoredTo(oldest),
                        issue,
                        request.by()));
        add(
                edits,
                DECISIONS,
                Optional.of(withMode(contents.file(decisions(head).with(entry).bytes()))));
        edits.sort(Comparator.comparing(PlannedEdit::path));
        PullRequestText text = new ReversalWriter(options.bodyLimit())
                .rollback(
                        rule,
                        new ReversalWriter.Facts(
                                label, entry.restoredTo(), commit, entry.reason(), entry.followUpIssue()),
                        edits,
                        reversal.notes(),
                        NO_CHECKS_YET);
        return proposal(
                Purpose.ROLLBACK, release(label, newest.after().map(Manifest::commit)), edits, reversal.notes(), text);
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

    private Proposal proposal(
            Purpose purpose, Release release, List<PlannedEdit> edits, List<PathNote> notes, PullRequestText text) {
        return new Proposal(
                rule.id(),
                rule.targetRepo(),
                release,
                Optional.empty(),
                base,
                edits,
                notes,
                NO_CHECKS_YET,
                text,
                ProposalDigest.of(rule.id(), rule.targetRepo(), release, base.branch(), edits, text),
                purpose);
    }

    private static Release release(String label, Optional<ObjectId> commit) {
        return new Release(label.substring(1), commit.orElse(UNKNOWN), Optional.empty());
    }

    private void add(List<PlannedEdit> edits, RepoPath path, Optional<FileState> after) {
        Optional<FileState> before = file(path).map(TreeEntry::state);
        if (!before.equals(after)) {
            edits.add(new PlannedEdit(path, Optional.empty(), before, after));
        }
    }

    private FileState withMode(FileState decisions) {
        return new FileState(file(DECISIONS).map(TreeEntry::mode).orElse(FileMode.REGULAR), decisions.id());
    }

    private Optional<TreeEntry> file(RepoPath path) {
        return head.find(path.value()).filter(entry -> entry.mode().isFile());
    }

    private DecisionsFile decisions(FileTree tree) {
        return tree.find(DecisionsFile.PATH)
                .filter(entry -> entry.mode().isFile())
                .map(entry -> DecisionsFile.of(content(entry.id())))
                .orElseGet(DecisionsFile::none);
    }

    private byte[] content(ObjectId blob) {
        return new RevertContents(downstream.blobs(), "").read(blob).orElseThrow();
    }

    private RulePlan blocked(Objection objection) {
        return new Settled(rule.id(), rule.targetRepo(), new RuleOutcome.Blocked(List.of(objection)));
    }
}
