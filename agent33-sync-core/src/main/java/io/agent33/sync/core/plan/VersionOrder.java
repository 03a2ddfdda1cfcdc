package io.agent33.sync.core.plan;

import java.util.Optional;

/** The order in which releases follow one another (S10). */
public final class VersionOrder {
    private VersionOrder() {}

    /** Whether the first label is older than the second; {@code false} if either is no version. */
    public static boolean isOlder(String label, String than) {
        Optional<VersionLabel> first = VersionLabel.parse(label);
        Optional<VersionLabel> second = VersionLabel.parse(than);
        return first.isPresent() && second.isPresent() && first.get().compareTo(second.get()) < 0;
    }
}
