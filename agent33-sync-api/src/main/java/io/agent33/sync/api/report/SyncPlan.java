package io.agent33.sync.api.report;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run would do (S2). The same inputs give the same plan on every machine and in any thread order.
 *
 * @param trigger what asked
 * @param rules one for each active rule that the trigger asks for, in the order of downstream and rule id
 * @param objections what is wrong with rules that could not be read
 * @param digest SHA-256, in hex, over the proposals' digests; equal digests mean equal changes
 */
public record SyncPlan(SyncTrigger trigger, List<RulePlan> rules, List<Objection> objections, String digest) {
    public SyncPlan {
        rules = List.copyOf(rules);
        objections = List.copyOf(objections);
    }

    /** The rules that have something to apply. */
    public List<Proposal> proposals() {
        return rules.stream()
                .filter(Proposal.class::isInstance)
                .map(Proposal.class::cast)
                .toList();
    }

    /** One line a rule. */
    @Override
    public String toString() {
        return rules.stream()
                .map(rule -> rule.repository() + " " + rule.ruleId() + ": "
                        + (rule instanceof Proposal proposal
                                ? proposal.release() + " " + proposal.counts()
                                : ((Settled) rule).outcome().toString()))
                .collect(Collectors.joining("\n"));
    }
}
