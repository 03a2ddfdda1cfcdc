package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.core.plan.reconcile.Policy;
import io.agent33.sync.core.plan.reconcile.Reconciliation;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.tree.Blobs;
import java.util.List;
import java.util.Map;

/** Leads a rule's files through the fourth stage: gathers what S8's table needs of both repositories. */
final class Reconciler {
    private final SyncRule rule;
    private final LocalState local;
    private final RenderedFiles rendered;
    private final DownstreamRepository downstream;
    private final OverrideFiles overrides;
    private final FileTree upstream;
    private final MergeContents contents;
    private final Moves moves;
    private final Reconciliation table;

    Reconciler(
            Delivery delivery,
            RenderedFiles rendered,
            OverrideFiles overrides,
            UpstreamView view,
            DownstreamRepository downstream,
            PlanningOptions options) {
        Release release = delivery.release();
        LocalState local = delivery.local();
        this.rule = delivery.rule();
        this.local = local;
        this.overrides = overrides;
        this.rendered = rendered;
        this.downstream = downstream;
        this.upstream = view.at(release.commit()).tree();
        BlobSource stored = Blobs.firstOf(downstream.blobs(), view.repository().blobs());
        this.contents = new MergeContents(
                stored,
                new Remembered(local, overrides, rendered),
                rendered,
                delivery.digests(),
                new MergeChoices(rule.merge(), options),
                release.label());
        this.moves = Moves.of(local, rendered, overrides, upstream, contents.source());
        String previous = local.merged().map(Manifest::release).orElse(release.label());
        this.table =
                new Reconciliation(new Policy(rule.onDrift(), rule.onExisting(), previous, release.label()), contents);
    }

    /** What lies in the downstream's folder of local customisations. */
    OverrideFiles overrides() {
        return overrides;
    }

    /** Everything that can be read, new content included. */
    BlobSource content() {
        return contents.source();
    }

    /** Content that neither repository has, by its id. */
    Map<ObjectId, byte[]> made() {
        return contents.made();
    }

    /** What transforms had to say, by target path. */
    Map<RepoPath, List<TransformNote>> notes() {
        return rendered.notes();
    }

    /** The downstream's own files that the engine adds to. */
    Additions additions(Reconciled reconciled) {
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
     * @throws LostContent if the rule's state has lost content that is needed now
     */
    Reconciled reconcile(List<SyncRule> active) {
        Orphans orphans = new Orphans(rule, active, rendered, overrides, upstream);
        return new Reconciling(
                        local,
                        rendered,
                        overrides,
                        moves,
                        new OverrideOrigin(
                                downstream,
                                local.base().commit(),
                                new OverrideMoves(downstream, local.folder(), overrides.prefix())),
                        table,
                        rule.onExisting())
                .reconcile(orphans.without(moves));
    }
}
