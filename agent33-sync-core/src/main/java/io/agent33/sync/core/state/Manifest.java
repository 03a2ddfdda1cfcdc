package io.agent33.sync.core.state;

import io.agent33.sync.api.repository.ObjectId;
import java.util.Comparator;
import java.util.List;

/**
 * What the last merged sync of a rule delivered, and from where (S9). No engine version, no time.
 *
 * @param ruleId the rule
 * @param ruleDigest SHA-256, in hex, of the rule's canonical form
 * @param upstream the upstream's name
 * @param release the release's label, {@code v2.4.0}
 * @param commit the upstream commit
 * @param files in the order of their target paths
 */
public record Manifest(
        String ruleId, String ruleDigest, String upstream, String release, ObjectId commit, List<ManifestFile> files) {
    public Manifest {
        files = files.stream()
                .sorted(Comparator.comparing(ManifestFile::target))
                .toList();
    }

    /** Whether both record the same deliveries, be it of another release or by another wording of the rule (S9). */
    public boolean deliversTheSameAs(Manifest other) {
        return ruleId.equals(other.ruleId)
                && upstream.equals(other.upstream)
                && ofAnyRelease().equals(other.ofAnyRelease());
    }

    private List<ManifestFile> ofAnyRelease() {
        return files.stream().map(ManifestFile::ofAnyRelease).toList();
    }
}
