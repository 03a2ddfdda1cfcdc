package io.agent33.sync.api.repository;

import java.util.Optional;

/**
 * What a sync delivers: a release of the upstream, or a commit that is none (S10).
 *
 * @param version without the leading {@code v}: {@code 2.4.0}, or {@code 2.4.0+3.g0123456789ab} for a commit three
 *     after that release
 * @param commit the upstream commit
 * @param tag the tag as the upstream spells it; empty for a commit that is no release
 */
public record Release(String version, ObjectId commit, Optional<String> tag) {
    public Release {
        if (version.isEmpty() || version.startsWith("v")) {
            throw new IllegalArgumentException("a version without its leading v, not \"" + version + "\"");
        }
    }

    /** {@code v} and the version, as it stands in manifests, trailers and branch names. */
    public String label() {
        return "v" + version;
    }

    /** A name under which the upstream will find this content for ever: the tag, else the commit. */
    public String permanentName() {
        return tag.orElse(commit.hex());
    }

    @Override
    public String toString() {
        return label();
    }
}
