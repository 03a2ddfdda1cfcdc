package io.agent33.sync;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.DriftedFile;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.codeowners.CodeOwners;
import io.agent33.sync.core.monitor.drift.DriftSearch;
import io.agent33.sync.core.monitor.drift.LeftFile;
import io.agent33.sync.core.state.FileStatus;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.Manifests;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.tree.CachedTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares one downstream with what its rules' manifests say (S13): each folder read once, and of content no more than the
 * manifests, so long as nothing drifted. For one thread.
 */
final class DriftCheck {
    private static final int MOST_OWNERS = 10;
    /** A manifest of a newer engine, or of another upstream, is nobody's damage. */
    private static final Set<String> NOT_OURS = Set.of("manifest-newer", "manifest-foreign");

    private final LazyDownstream downstream;
    private final Manifests manifests;
    private final String overridePrefix;
    private final Map<Optional<String>, BranchTip> bases = new HashMap<>();
    private final Map<BranchTip, CachedTree> trees = new HashMap<>();
    private final Map<String, Manifest> merged = new HashMap<>();

    DriftCheck(LazyDownstream downstream, Manifests manifests, String overridePrefix) {
        this.downstream = downstream;
        this.manifests = manifests;
        this.overridePrefix = overridePrefix;
    }

    DriftOutcome of(SyncRule rule) {
        BranchTip base = base(rule);
        CachedTree tree = trees.computeIfAbsent(
                base, tip -> new CachedTree(downstream.get().tree(tip.commit())));
        StateFolder folder = new StateFolder(rule.id());
        try {
            return manifests
                    .read(tree, downstream.get().blobs(), folder)
                    .map(manifest -> {
                        merged.put(rule.id(), manifest);
                        return compared(downstream.get(), tree, manifest);
                    })
                    .orElseGet(DriftOutcome.NeverSynced::new);
        } catch (ManifestException e) {
            return untrusted(tree, folder, e.objection());
        }
    }

    /** The branch that the rule delivers to. */
    BranchTip base(SyncRule rule) {
        return bases.computeIfAbsent(rule.branch(), name -> downstream.get().base(name));
    }

    /** What is merged of a rule that was looked at; empty if nothing is, or its manifest cannot be trusted. */
    Optional<Manifest> merged(SyncRule rule) {
        return Optional.ofNullable(merged.get(rule.id()));
    }

    /** Who owns what was delivered, by the downstream's CODEOWNERS; at most ten. */
    List<String> owners(SyncRule rule) {
        Optional<Manifest> manifest = merged(rule);
        CachedTree tree = trees.get(base(rule));
        if (manifest.isEmpty() || tree == null) {
            return List.of();
        }
        CodeOwners owners = CodeOwners.in(tree, downstream.get().blobs());
        return manifest.get().files().stream()
                .flatMap(file -> owners.of(file.target().value()).stream())
                .distinct()
                .limit(MOST_OWNERS)
                .toList();
    }

    private DriftOutcome compared(DownstreamRepository repository, CachedTree tree, Manifest manifest) {
        StateFolder folder = new StateFolder(manifest.ruleId());
        Map<RepoPath, ObjectId> kept = new TreeMap<>();
        manifest.files().forEach(file -> kept.putAll(folder.kept(file)));
        List<LeftFile> delivered = manifest.files().stream()
                .filter(file -> file.status() == FileStatus.DELIVERED)
                .map(DriftCheck::left)
                .toList();
        List<DriftedFile> drifted =
                new DriftSearch(tree, new Customised(tree, repository.blobs(), overridePrefix)).in(delivered, kept);
        return drifted.isEmpty()
                ? new DriftOutcome.InStep(manifest.release(), delivered.size())
                : new DriftOutcome.Drifted(Optional.of(manifest.release()), drifted);
    }

    private static LeftFile left(ManifestFile file) {
        Set<ObjectId> conflict = file.conflict()
                .map(open -> Set.copyOf(List.of(open.ancestor(), file.baseline().id())))
                .orElse(Set.of());
        return new LeftFile(file.source(), file.target(), file.state(), conflict);
    }

    private static DriftOutcome untrusted(CachedTree tree, StateFolder folder, Objection objection) {
        if (NOT_OURS.contains(objection.code())) {
            return new DriftOutcome.Failed(objection);
        }
        Optional<TreeEntry> found = tree.find(folder.manifest().value())
                .filter(entry -> entry.mode().isFile());
        return new DriftOutcome.Drifted(
                Optional.empty(),
                List.of(DriftSearch.tampered(folder.manifest(), Optional.empty(), found.map(TreeEntry::state))));
    }
}
