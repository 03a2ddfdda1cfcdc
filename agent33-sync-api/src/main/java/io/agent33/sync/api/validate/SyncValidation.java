package io.agent33.sync.api.validate;

import java.util.List;

/**
 * What all checks say of one sync: the specification's {@code sync_validation}, without the time (S7).
 *
 * @param ruleId the rule
 * @param sourceVersion the release's label
 * @param checks the five in the specification's order, then the host's by name
 */
public record SyncValidation(String ruleId, String sourceVersion, List<CheckResult> checks) {
    private static final List<CheckStatus> WORST_FIRST =
            List.of(CheckStatus.FAIL, CheckStatus.WARN, CheckStatus.SKIP, CheckStatus.PASS);

    public SyncValidation {
        checks = List.copyOf(checks);
    }

    /** The worst of them. */
    public CheckStatus overall() {
        return WORST_FIRST.stream()
                .filter(status -> checks.stream().anyMatch(check -> check.status() == status))
                .findFirst()
                .orElse(CheckStatus.PASS);
    }
}
