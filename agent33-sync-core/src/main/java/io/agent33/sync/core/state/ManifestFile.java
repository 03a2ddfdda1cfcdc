package io.agent33.sync.core.state;

import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import java.util.Optional;

/**
 * What the last merged sync left of one file (S9); the letters are those of S8.
 *
 * @param source the upstream path
 * @param target where it was delivered
 * @param state D: mode and blob that were put there
 * @param sha256 E: of the content of D, 64 hex digits
 * @param status what became of it
 * @param baseline B: mode and blob that upstream rendered; D, if the downstream has not customised the file
 * @param baselineRelease the label of the release that B came with, if later syncs passed the file over; empty if it is the
 *     manifest's
 * @param override W: the blob that was written as the override; empty if there was no customisation
 * @param conflict A and L, while they wait for a person
 */
public record ManifestFile(
        String source,
        RepoPath target,
        FileState state,
        String sha256,
        FileStatus status,
        FileState baseline,
        Optional<String> baselineRelease,
        Optional<ObjectId> override,
        Optional<OpenConflict> conflict) {

    /** A file that lies downstream just as upstream rendered it. */
    public static ManifestFile delivered(String source, RepoPath target, FileState state, String sha256) {
        return new ManifestFile(
                source,
                target,
                state,
                sha256,
                FileStatus.DELIVERED,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another status. */
    public ManifestFile as(FileStatus other) {
        return new ManifestFile(source, target, state, sha256, other, baseline, baselineRelease, override, conflict);
    }

    /** The same, delivered under other names. */
    public ManifestFile moved(String newSource, RepoPath newTarget) {
        return new ManifestFile(
                newSource, newTarget, state, sha256, status, baseline, baselineRelease, override, conflict);
    }

    /** The same, passed over by a sync that followed this release; what was noted before stays. */
    public ManifestFile passedOverAfter(String release) {
        return withBaselineOf(baselineRelease.or(() -> Optional.of(release)));
    }

    /** The same deliveries, whatever release they came with. */
    ManifestFile ofAnyRelease() {
        return withBaselineOf(Optional.empty());
    }

    private ManifestFile withBaselineOf(Optional<String> release) {
        return new ManifestFile(source, target, state, sha256, status, baseline, release, override, conflict);
    }
}
