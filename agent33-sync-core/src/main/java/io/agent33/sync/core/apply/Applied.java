package io.agent33.sync.core.apply;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.SyncValidation;
import java.util.Optional;

/**
 * What became of a proposal.
 *
 * @param checksum what the checksum says, if it came so far
 */
public record Applied(RuleOutcome outcome, Optional<CheckResult> checksum) {
    /** What the checks say, now that the checksum is known. */
    public SyncValidation seen(SyncValidation planned) {
        return new SyncValidation(
                planned.ruleId(),
                planned.sourceVersion(),
                planned.checks().stream()
                        .map(check -> check.isOf(Check.CHECKSUM) ? checksum.orElse(check) : check)
                        .toList());
    }
}
