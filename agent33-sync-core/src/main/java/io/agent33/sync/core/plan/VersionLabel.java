package io.agent33.sync.core.plan;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semver4j.Semver;

/**
 * A version in the order in which syncs go forward: by the release, then by the commits since it (S10).
 *
 * @param release the release
 * @param commits how many commits after it; 0 for the release itself
 */
record VersionLabel(Semver release, int commits) implements Comparable<VersionLabel> {
    private static final Pattern SINCE = Pattern.compile("[+.](\\d{1,9})\\.g[0-9a-f]{12}$");

    /** Reads a semantic version or a label of ours, with or without a leading {@code v}; empty if it is neither. */
    static Optional<VersionLabel> parse(String text) {
        String version = text.startsWith("v") ? text.substring(1) : text;
        Matcher since = SINCE.matcher(version);
        boolean after = since.find();
        return exactly(after ? version.substring(0, since.start()) : version)
                .map(release -> new VersionLabel(release, after ? Integer.parseInt(since.group(1)) : 0));
    }

    private static Optional<Semver> exactly(String version) {
        return Optional.ofNullable(Semver.parse(version))
                .filter(parsed -> parsed.toString().equals(version));
    }

    boolean prerelease() {
        return !release.getPreRelease().isEmpty();
    }

    /** The name of a commit so many commits after this version. */
    String after(int count, String abbreviatedCommit) {
        String version = release.toString();
        return version + (version.contains("+") ? "." : "+") + count + ".g" + abbreviatedCommit;
    }

    @Override
    public int compareTo(VersionLabel other) {
        return Comparator.comparing((VersionLabel label) -> label.release, Precedence.ORDER)
                .thenComparing(VersionLabel::commits)
                .compare(this, other);
    }
}
