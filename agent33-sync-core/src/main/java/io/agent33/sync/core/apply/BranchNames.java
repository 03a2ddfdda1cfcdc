package io.agent33.sync.core.apply;

import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.repository.BranchTip;
import java.util.Optional;

/** The engine's branches: {@code agent33-sync/v{version}/{rule-id}}, with the purpose before the version if it is another (S11, S12). */
final class BranchNames {
    /** All of them start so. */
    static final String PREFIX = "agent33-sync/";

    private BranchNames() {}

    /** The release's label in the name of a rule's branch for a purpose; empty for any other branch. */
    static Optional<String> release(BranchTip tip, String ruleId, Purpose purpose) {
        String name = tip.branch();
        int end = name.length() - ruleId.length() - 1;
        String label = name.substring(name.lastIndexOf('/', end - 1) + 1, Math.max(end, 0));
        return label.startsWith("v") && name.equals(purpose.branch(label, ruleId))
                ? Optional.of(label)
                : Optional.empty();
    }
}
