package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.plan.local.LocalState;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.state.Manifests;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.tree.CachedTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The second stage: what the downstream's base branch holds for a rule (S9). For one downstream and one thread. */
final class LocalStates {
    private final Supplier<DownstreamRepository> downstream;
    private final Manifests manifests;
    private final Set<String> activeRules;
    private final boolean rulesComplete;
    /** Asked once, so that all rules of a downstream are planned for one state of it. */
    private final Map<Optional<String>, BranchTip> bases;

    private final Map<BranchTip, CachedTree> trees = new HashMap<>();

    LocalStates(
            Supplier<DownstreamRepository> downstream,
            String upstream,
            Set<String> activeRules,
            boolean rulesComplete) {
        this(downstream, new Manifests(upstream), activeRules, rulesComplete, new HashMap<>());
    }

    private LocalStates(
            Supplier<DownstreamRepository> downstream,
            Manifests manifests,
            Set<String> activeRules,
            boolean rulesComplete,
            Map<Optional<String>, BranchTip> bases) {
        this.downstream = downstream;
        this.manifests = manifests;
        this.activeRules = activeRules;
        this.rulesComplete = rulesComplete;
        this.bases = bases;
    }

    /** The same commits, and nothing else that was read. */
    LocalStates afresh() {
        return new LocalStates(downstream, manifests, activeRules, rulesComplete, bases);
    }

    /** @throws ManifestException if the rule's manifest cannot be trusted */
    LocalState read(SyncRule rule, Selection selection) throws ManifestException {
        BranchTip base = base(rule.branch());
        CachedTree tree = trees.computeIfAbsent(
                base, tip -> new CachedTree(downstream.get().tree(tip.commit())));
        StateFolder folder = new StateFolder(rule.id());
        Optional<Manifest> own = manifest(tree, folder);
        Optional<StateFolder> inherited = own.isPresent() ? Optional.empty() : inherited(tree, selection);
        Optional<Manifest> merged = inherited.isPresent() ? manifest(tree, inherited.get()) : own;
        return new LocalState(base, tree, merged, folder, stored(tree, merged, inherited), noneMerged(tree));
    }

    private BranchTip base(Optional<String> branch) {
        return bases.computeIfAbsent(branch, name -> downstream.get().base(name));
    }

    /** Whether a rule with that branch delivers to the base branch of this rule. */
    boolean sharesBase(SyncRule rule, Optional<String> branch) {
        return rule.branch().equals(branch)
                || RevisionQuestion.ask(
                        () -> base(rule.branch()).branch().equals(base(branch).branch()));
    }

    /** What else lies in a state folder is somebody's, and stays. */
    private static List<RepoPath> stored(CachedTree tree, Optional<Manifest> merged, Optional<StateFolder> inherited) {
        List<RepoPath> stored = new ArrayList<>();
        merged.ifPresent(manifest -> {
            StateFolder folder = new StateFolder(manifest.ruleId());
            manifest.files().forEach(file -> stored.addAll(folder.kept(file).keySet()));
        });
        inherited.ifPresent(folder -> stored.add(folder.manifest()));
        inherited
                .map(StateFolder::rolledBack)
                .filter(path -> tree.find(path.value()).isPresent())
                .ifPresent(stored::add);
        return stored;
    }

    private Optional<Manifest> manifest(CachedTree tree, StateFolder folder) throws ManifestException {
        return manifests.read(tree, downstream.get().blobs(), folder);
    }

    /** The one vanished rule that delivered exactly these target paths, if there is exactly one. */
    private Optional<StateFolder> inherited(CachedTree tree, Selection selection) throws ManifestException {
        Set<String> targets = selection.targets();
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        List<StateFolder> candidates = folders(tree).stream()
                .filter(folder -> !activeRules.contains(folder.ruleId()))
                .filter(folder -> delivered(tree, folder).equals(targets))
                .toList();
        if (candidates.size() == 1 && !rulesComplete) {
            throw new ManifestException(Objection.of(
                    "state-owner-unknown",
                    candidates.get(0).path(),
                    "to know whether its rule was renamed",
                    "rules that could not be read, one of which may own it",
                    "mend those rules first"));
        }
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private Set<String> delivered(CachedTree tree, StateFolder folder) {
        try {
            return manifest(tree, folder).stream()
                    .flatMap(manifest -> manifest.files().stream())
                    .map(file -> file.target().value())
                    .collect(Collectors.toSet());
        } catch (ManifestException e) {
            // Somebody else's damaged state is nothing to inherit, and not this rule's to complain about.
            return Set.of();
        }
    }

    private static List<StateFolder> folders(CachedTree tree) {
        return tree.entries(StateFolder.ROOT).stream()
                .filter(entry -> entry.mode() == FileMode.FOLDER)
                .filter(entry -> SyncRule.problemOfId(entry.name()).isEmpty())
                .map(entry -> new StateFolder(entry.name()))
                .toList();
    }

    private static boolean noneMerged(CachedTree tree) {
        return folders(tree).stream()
                .noneMatch(folder -> tree.find(folder.manifest().value()).isPresent());
    }
}
