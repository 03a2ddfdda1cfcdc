package io.agent33.sync.core.apply;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.RuleOutcome;

/** What a rule reports that was not finished because the run was interrupted. */
public final class Cancellation {
    private Cancellation() {}

    /** The outcome of such a rule. */
    public static RuleOutcome.Failed outcome(String ruleId) {
        return new RuleOutcome.Failed(Objection.of(
                "interrupted", ruleId, "", "the run was interrupted before this rule was done", "run again"));
    }
}
