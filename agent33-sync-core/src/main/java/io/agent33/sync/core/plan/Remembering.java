package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.plan.local.LocalState;
import io.agent33.sync.core.plan.local.StoredManifest;
import io.agent33.sync.core.rollback.RolledBack;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.state.StateFolder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which releases were rolled back for a rule, whatever it was called then (S9, S12). */
final class Remembering {
    private final Supplier<DownstreamRepository> downstream;
    private final Set<String> activeRules;

    Remembering(Supplier<DownstreamRepository> downstream, List<SyncRule> active) {
        this.downstream = downstream;
        this.activeRules = active.stream().map(SyncRule::id).collect(Collectors.toSet());
    }

    /** The rule's own, and that of the rule whose state it takes along. */
    RolledBack of(LocalState local) throws ManifestException {
        RolledBack own = RolledBackFile.read(downstream.get(), local.tree(), local.folder());
        StateFolder source = new StateFolder(
                local.merged().map(Manifest::ruleId).orElse(local.folder().ruleId()));
        return own.with(
                RolledBackFile.read(downstream.get(), local.tree(), source).releases());
    }

    /**
     * Before a first sync, also that of a vanished rule of which a rollback left nothing but its memory, if it had delivered the
     * same target paths.
     */
    RolledBack of(LocalState local, Selection selection) throws ManifestException {
        RolledBack known = of(local);
        if (local.merged().isPresent()) {
            return known;
        }
        for (StateFolder folder : StateFolder.in(local.tree())) {
            if (!activeRules.contains(folder.ruleId()) && isLeftBy(folder, local, selection.targets())) {
                known = known.with(RolledBackFile.read(downstream.get(), local.tree(), folder)
                        .releases());
            }
        }
        return known;
    }

    private boolean isLeftBy(StateFolder folder, LocalState local, Set<String> targets) {
        return local.tree().find(folder.rolledBack().value()).isPresent()
                && local.tree().find(folder.manifest().value()).isEmpty()
                && lastManifest(folder, local)
                        .filter(manifest -> manifest.files().stream()
                                .map(file -> file.target().value())
                                .collect(Collectors.toSet())
                                .equals(targets))
                        .isPresent();
    }

    private Optional<Manifest> lastManifest(StateFolder folder, LocalState local) {
        return downstream
                .get()
                .lastChange(local.base().commit(), folder.manifest().value())
                .map(Commit::parents)
                .filter(parents -> !parents.isEmpty())
                .flatMap(parents ->
                        StoredManifest.read(downstream.get(), downstream.get().tree(parents.get(0)), folder));
    }
}
