package io.agent33.sync.api.report;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run did.
 *
 * @param trigger what asked
 * @param results one for each active rule that the trigger asks for, in the order of downstream and rule id
 * @param objections what is wrong with rules that could not be read
 * @param at when it began
 * @param approval who had approved the plan that was applied; empty if nobody was asked
 */
public record SyncReport(
        SyncTrigger trigger,
        List<RuleResult> results,
        List<Objection> objections,
        Instant at,
        Optional<Approval> approval) {
    public SyncReport {
        results = List.copyOf(results);
        objections = List.copyOf(objections);
    }

    /** The report of a run that needed no approval. */
    public SyncReport(SyncTrigger trigger, List<RuleResult> results, List<Objection> objections, Instant at) {
        this(trigger, results, objections, at, Optional.empty());
    }

    /** Whether no rule failed, was blocked, or could not be read. */
    public boolean successful() {
        return objections.isEmpty()
                && results.stream().noneMatch(result -> result.outcome().needsAttention());
    }

    /** One line a rule. */
    @Override
    public String toString() {
        return results.stream()
                .map(result -> result.repository() + " " + result.ruleId() + ": " + result.outcome())
                .collect(Collectors.joining("\n"));
    }
}
