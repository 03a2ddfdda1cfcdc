package io.agent33.sync.api.rule;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import java.util.List;
import java.util.Set;

/**
 * The active rules, and what was wrong with the others (S3): a bad rule never stops a good one.
 *
 * @param rules in the order of their ids
 * @param objections everything that is wrong, in the order of files and lines
 * @param refused the ids, as far as they could be read, of the rules that have an objection
 */
public record RuleSet(List<Entry> rules, List<Objection> objections, Set<String> refused) {
    /**
     * A rule and where it stands.
     *
     * @param rule the rule
     * @param where for messages
     */
    public record Entry(SyncRule rule, Location where) {}

    public RuleSet {
        rules = List.copyOf(rules);
        objections = List.copyOf(objections);
        refused = Set.copyOf(refused);
    }

    /** A set in which no objection is about a rule whose id could be read. */
    public RuleSet(List<Entry> rules, List<Objection> objections) {
        this(rules, objections, Set.of());
    }
}
