package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.core.plan.local.OverrideFiles;
import io.agent33.sync.core.state.FileStatus;
import io.agent33.sync.core.state.ManifestFile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files that a downstream deleted and, since its rule adopts what is done there, is opted out of with this very sync (S8): what
 * refers to them is judged as it will be judged when that is merged.
 */
final class AdoptedDeletions {
    private AdoptedDeletions() {}

    /** Their source paths, told from the rule's own records. */
    static Set<String> of(Delivery delivery, OverrideFiles overrides) {
        if (delivery.rule().onDrift() != OnDrift.ADOPT) {
            return Set.of();
        }
        Map<String, RepoPath> selected = delivery.selection().files().stream()
                .collect(Collectors.toMap(file -> file.source().path(), SelectedFile::target, (one, other) -> one));
        return delivery.local().records().stream()
                .filter(record -> record.status() == FileStatus.DELIVERED)
                .filter(record -> record.target().equals(selected.get(record.source())))
                .filter(record ->
                        delivery.local().tree().find(record.target().value()).isEmpty())
                .filter(record -> isUntouched(record, overrides))
                .map(ManifestFile::source)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether nobody has customised it since: else it comes back. */
    private static boolean isUntouched(ManifestFile record, OverrideFiles overrides) {
        Optional<TreeEntry> override = overrides.find(record.source());
        return override.isEmpty() || override.map(TreeEntry::id).equals(record.override());
    }
}
