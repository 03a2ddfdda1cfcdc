package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.core.plan.reconcile.Policy;
import io.agent33.sync.core.plan.reconcile.Reconciliation;
import io.agent33.sync.core.state.Manifest;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Leads a rule's files through the fourth stage: from what meets to what becomes of each path (S8). */
public final class Reconciler {
    private final SyncRule rule;
    private final Sides sides;
    private final LocalState local;
    private final OverrideFiles overrides;
    private final MergeContents contents;
    private final DownstreamRepository downstream;
    private final Moves moves;
    private final Reconciliation table;

    /** @param release the label of the new release */
    public Reconciler(
            SyncRule rule, String release, Sides sides, MergeContents contents, DownstreamRepository downstream) {
        this.rule = rule;
        this.sides = sides;
        this.local = sides.local();
        this.overrides = sides.overrides();
        this.contents = contents;
        this.downstream = downstream;
        this.moves = Moves.of(sides, contents.source());
        String previous = local.merged().map(Manifest::release).orElse(release);
        this.table = new Reconciliation(new Policy(rule.onDrift(), rule.onExisting(), previous, release), contents);
    }

    /** What lies in the downstream's folder of local customisations. */
    public OverrideFiles overrides() {
        return overrides;
    }

    /** Everything that can be read, new content included. */
    public BlobSource content() {
        return contents.source();
    }

    /** Content that neither repository has, by its id. */
    public Map<ObjectId, byte[]> made() {
        return contents.made();
    }

    /** What transforms had to say, by target path. */
    public Map<RepoPath, List<TransformNote>> notes() {
        return sides.rendered().stream()
                .collect(Collectors.toMap(RenderedFile::target, RenderedFile::notes, (one, other) -> one));
    }

    /** The downstream's own files that the engine adds to. */
    public Additions additions(Reconciled reconciled) {
        Additions additions = new Additions();
        overrides.objection().ifPresent(additions::refuse);
        if (!reconciled.optedOut().isEmpty()
                || overrides.ignoreFile().objection().isPresent()) {
            additions.add(overrides.ignoreFile(), () -> overrides.optingOutOf(reconciled.optedOut()));
        }
        if (reconciled.paths().stream()
                .anyMatch(path -> path.verdict().resolution().isPresent())) {
            OwnFile log = OwnFile.read(ResolutionLog.PLACE, local.tree(), contents.source());
            additions.add(log, () -> new ResolutionLog(downstream, local, contents.source()).with(log, reconciled));
        }
        return additions;
    }

    /**
     * @param active all active rules of the downstream, in the order of their ids; an override for what another of them might
     *     deliver is its matter
     * @param selects whether a rule would select a source path
     * @throws LostContent if the rule's state has lost content that is needed now
     */
    public Reconciled reconcile(List<SyncRule> active, BiPredicate<SyncRule, String> selects) {
        OverrideMoves carried = new OverrideMoves(downstream, local.folder(), overrides.prefix());
        OverrideOrigin origin = new OverrideOrigin(downstream, local.base().commit(), carried);
        return new Reconciling(sides, moves, origin, table, rule.onExisting())
                .reconcile(new Orphans(rule, active, sides, selects).without(moves));
    }
}
