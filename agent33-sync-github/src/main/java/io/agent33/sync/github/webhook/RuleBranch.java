package io.agent33.sync.github.webhook;

import io.agent33.sync.api.report.Purpose;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whose branch it is that a pull request comes from: {@code agent33-sync/v{version}/{rule-id}}, and those of rollbacks (S11, S12). */
final class RuleBranch {
    private static final Pattern RULE_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private RuleBranch() {}

    /** The rule's id; empty for a branch of somebody else. */
    static Optional<String> rule(String branch) {
        String[] parts = branch.split("/", -1);
        if (parts.length < 3) {
            return Optional.empty();
        }
        String id = parts[parts.length - 1];
        String label = parts[parts.length - 2];
        boolean ours = RULE_ID.matcher(id).matches()
                && label.startsWith("v")
                && Stream.of(Purpose.values())
                        .anyMatch(purpose -> purpose.branch(label, id).equals(branch));
        return ours ? Optional.of(id) : Optional.empty();
    }
}
