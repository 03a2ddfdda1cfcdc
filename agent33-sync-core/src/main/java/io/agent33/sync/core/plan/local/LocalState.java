package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.tree.CachedTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a rule finds in its downstream.
 *
 * @param base the branch that pull requests go to
 * @param tree its files
 * @param merged what the last merged sync delivered; empty before the first
 * @param folder where this rule's state lies
 * @param stored the state files that the last merged sync wrote, but for this rule's own manifest; they may lie in the
 *     folder of a renamed rule, whose state the new one takes along (S9)
 * @param firstSync whether no rule has ever been merged here
 */
public record LocalState(
        BranchTip base,
        CachedTree tree,
        Optional<Manifest> merged,
        StateFolder folder,
        List<RepoPath> stored,
        boolean firstSync) {
    public LocalState {
        stored = List.copyOf(stored);
    }

    /** The same without the records of paths that are no longer this rule's to touch. */
    public LocalState without(Predicate<RepoPath> gone) {
        if (merged.stream()
                .flatMap(manifest -> manifest.files().stream())
                .noneMatch(file -> gone.test(file.target()))) {
            return this;
        }
        Optional<Manifest> kept = merged.map(manifest -> new Manifest(
                manifest.ruleId(),
                manifest.ruleDigest(),
                manifest.upstream(),
                manifest.release(),
                manifest.commit(),
                manifest.files().stream()
                        .filter(file -> !gone.test(file.target()))
                        .toList()));
        return new LocalState(base, tree, kept, folder, stored, firstSync);
    }

    /** Where the state was read: this rule's folder, or that of the vanished rule whose state it takes along (S9). */
    public StateFolder source() {
        return merged.map(manifest -> new StateFolder(manifest.ruleId())).orElse(folder);
    }

    /** SHA-256 of what was delivered before, which was read then. */
    public Map<ObjectId, String> digests() {
        return records().stream()
                .collect(Collectors.toMap(record -> record.state().id(), ManifestFile::sha256, (one, same) -> one));
    }

    /** What the last merged sync left of each file. */
    public List<ManifestFile> records() {
        return merged.map(Manifest::files).orElse(List.of());
    }
}
