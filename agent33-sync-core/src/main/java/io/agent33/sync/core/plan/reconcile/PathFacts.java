package io.agent33.sync.core.plan.reconcile;

import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.state.ManifestFile;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known of one delivered file; the letters are those of S8.
 *
 * @param source the upstream path
 * @param target where it lies downstream
 * @param rendered T: what upstream renders now
 * @param record B, D, E, W, A and L: what the last merged sync left
 * @param present C: what lies at the target now
 * @param override O
 * @param optedOut whether the downstream does not want it
 * @param ancestorOfOverride what the target held in the commit that added the override; asked for new overrides alone
 */
public record PathFacts(
        String source,
        RepoPath target,
        Optional<FileState> rendered,
        Optional<ManifestFile> record,
        Optional<FileState> present,
        Optional<ObjectId> override,
        boolean optedOut,
        Supplier<Optional<ObjectId>> ancestorOfOverride) {}
