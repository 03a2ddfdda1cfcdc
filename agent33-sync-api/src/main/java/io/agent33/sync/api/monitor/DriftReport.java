package io.agent33.sync.api.monitor;

import io.agent33.sync.api.error.Objection;
import java.time.Instant;
import java.util.List;

/**
 * Which delivered files are not what the last merged sync left, outside of {@code .agent33-overrides/} (S13, the
 * specification's "Drift Detection").
 *
 * @param rules one for each active rule that was asked about, in the order of downstreams and rules
 * @param objections what is wrong with rules that could not be read, and of which nothing is known
 * @param checkedAt when it was begun
 */
public record DriftReport(List<RuleDrift> rules, List<Objection> objections, Instant checkedAt) {
    public DriftReport {
        rules = List.copyOf(rules);
        objections = List.copyOf(objections);
    }

    /** Whether all that was asked about is known and in step. */
    public boolean isClean() {
        return objections.isEmpty() && rules.stream().noneMatch(RuleDrift::needsAttention);
    }

    /** The rules with drift. */
    public List<RuleDrift> drifted() {
        return rules.stream()
                .filter(rule -> rule.outcome() instanceof DriftOutcome.Drifted)
                .toList();
    }
}
