package io.agent33.sync.api.rule;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import java.util.List;

/**
 * The active rules, and what was wrong with the others (S3): a bad rule never stops a good one.
 *
 * @param rules in the order of their ids
 * @param objections everything that is wrong, in the order of files and lines
 */
public record RuleSet(List<Entry> rules, List<Objection> objections) {
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
    }
}
