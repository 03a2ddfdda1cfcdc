package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.UpstreamRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The upstream's tags that are releases, the highest first (S1: semantic versions, with or without a leading v). */
final class Releases {
    private final List<Candidate> candidates;

    private record Candidate(VersionLabel label, Release release) {}

    private Releases(List<Candidate> candidates) {
        this.candidates = candidates;
    }

    static Releases among(List<Revision> tags) {
        // Two tags may spell one version (2.4.0 and v2.4.0, or other build metadata): the name decides, always alike.
        return new Releases(tags.stream()
                .flatMap(tag -> candidate(tag).stream())
                .sorted(Comparator.comparing(Candidate::label)
                        .thenComparing(candidate -> candidate.release().permanentName())
                        .reversed())
                .toList());
    }

    private static Optional<Candidate> candidate(Revision tag) {
        String version = tag.name().startsWith("v") ? tag.name().substring(1) : tag.name();
        return VersionLabel.parse(version.startsWith("v") ? "" : version)
                .filter(label -> label.commits() == 0)
                .map(label -> new Candidate(label, new Release(version, tag.commit(), Optional.of(tag.name()))));
    }

    /** The highest; with or without pre-releases. */
    Optional<Release> latest(boolean prereleases) {
        return candidates.stream()
                .filter(candidate -> prereleases || !candidate.label().prerelease())
                .map(Candidate::release)
                .findFirst();
    }

    /** Those that follow a label, the oldest first; with or without pre-releases. None if it is no version. */
    List<Release> newerThan(String label, boolean prereleases) {
        List<Release> newer = new ArrayList<>();
        VersionLabel.parse(label)
                .ifPresent(merged -> candidates.stream()
                        .filter(candidate -> prereleases || !candidate.label().prerelease())
                        .filter(candidate -> candidate.label().compareTo(merged) > 0)
                        .forEach(candidate -> newer.add(0, candidate.release())));
        return newer;
    }

    /** The release of a tag, or of a label such as {@code v2.4.0} where the tag is {@code 2.4.0}. */
    Optional<Release> named(String name) {
        return candidates.stream()
                .map(Candidate::release)
                .filter(release -> release.permanentName().equals(name))
                .findFirst()
                .or(() -> candidates.stream()
                        .map(Candidate::release)
                        .filter(release -> release.label().equals(name))
                        .findFirst());
    }

    /** The names of the newest, for messages. */
    List<String> newest(int limit) {
        return candidates.stream()
                .limit(limit)
                .map(candidate -> candidate.release().permanentName())
                .toList();
    }

    /** What a commit is called: its release, or the highest release that it can reach and the distance to it (S10). */
    Release describe(ObjectId commit, UpstreamRepository upstream) {
        Optional<Release> exact = candidates.stream()
                .map(Candidate::release)
                .filter(release -> release.commit().equals(commit))
                .findFirst();
        return exact.orElseGet(() -> distance(commit, upstream));
    }

    private Release distance(ObjectId commit, UpstreamRepository upstream) {
        Optional<Candidate> reachable = candidates.stream()
                .filter(candidate -> upstream.isAncestor(candidate.release().commit(), commit))
                .findFirst();
        int[] count = new int[1];
        upstream.history(
                commit,
                reachable.map(candidate -> Set.of(candidate.release().commit())).orElse(Set.of()),
                visited -> ++count[0] > 0);
        String version = reachable
                .map(Candidate::label)
                .or(() -> VersionLabel.parse("0.0.0"))
                .orElseThrow()
                .after(count[0], commit.abbreviated());
        return new Release(version, commit, Optional.empty());
    }
}
