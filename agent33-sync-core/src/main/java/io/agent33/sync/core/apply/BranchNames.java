package io.agent33.sync.core.apply;

import io.agent33.sync.api.repository.BranchTip;
import java.util.Optional;

/** The engine's branches: {@code agent33-sync/v{version}/{rule-id}} (S11). */
final class BranchNames {
    /** All of them start so. */
    static final String PREFIX = "agent33-sync/";

    private BranchNames() {}

    /** The release's label in the name of a rule's branch; empty for any other branch. */
    static Optional<String> release(BranchTip tip, String ruleId) {
        String name = tip.branch();
        boolean ours = name.startsWith(PREFIX + "v") && name.endsWith("/" + ruleId);
        int end = name.length() - ruleId.length() - 1;
        return ours && name.indexOf('/', PREFIX.length()) == end
                ? Optional.of(name.substring(PREFIX.length(), end))
                : Optional.empty();
    }
}
