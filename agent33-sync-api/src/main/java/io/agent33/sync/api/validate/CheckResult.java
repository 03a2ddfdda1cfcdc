package io.agent33.sync.api.validate;

import java.util.List;

/**
 * What one check says of one sync (S7).
 *
 * @param name as {@code sync_validation} writes it: {@link Check#key}, or the name under which the host registered a validator
 * @param title as the pull request's table writes it
 * @param status how it ended
 * @param details one line
 * @param findings in the order of their places
 * @param accepted those that the rule's owner accepts; they do not count
 */
public record CheckResult(
        String name,
        String title,
        CheckStatus status,
        String details,
        List<Finding> findings,
        List<AcceptedFinding> accepted) {
    public CheckResult {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
    }

    /** One of the five, without findings. */
    public CheckResult(Check check, CheckStatus status, String details) {
        this(check.key(), check.title(), status, details, List.of(), List.of());
    }

    /** Whether it is that one of the five. */
    public boolean isOf(Check check) {
        return name.equals(check.key());
    }
}
