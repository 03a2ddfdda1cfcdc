package io.agent33.sync.api.monitor;

import io.agent33.sync.api.error.Objection;
import java.time.Instant;
import java.util.List;

/**
 * How every active rule stands (S13): the specification's "Downstream Registry", computed from rules, states and journal.
 *
 * @param rules in the order of downstreams and rules
 * @param objections what is wrong with rules that could not be read, and of which nothing is known
 * @param at when it was asked
 */
public record FleetStatus(List<RuleStatus> rules, List<Objection> objections, Instant at) {
    public FleetStatus {
        rules = List.copyOf(rules);
        objections = List.copyOf(objections);
    }
}
