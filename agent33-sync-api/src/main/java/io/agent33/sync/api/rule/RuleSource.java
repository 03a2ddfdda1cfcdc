package io.agent33.sync.api.rule;

import io.agent33.sync.api.error.Location;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where rules come from (S3). To be implemented; {@code YamlRules} is given. Thread-safe; called once for each run.
 *
 * <p>What is wrong with a rule is an {@link io.agent33.sync.api.error.Objection} in the set, not an exception. Only a
 * source that cannot be read at all throws a {@link io.agent33.sync.api.error.SyncException}.
 */
@FunctionalInterface
public interface RuleSource {
    /** The rules now. */
    RuleSet read(RuleContext context);

    /** Rules built in Java. */
    static RuleSource of(SyncRule... rules) {
        List<RuleSet.Entry> entries = Arrays.stream(rules)
                .sorted(Comparator.comparing(SyncRule::id))
                .map(rule -> new RuleSet.Entry(rule, Location.of("(built in Java: " + rule.id() + ")")))
                .toList();
        return context -> new RuleSet(entries, List.of());
    }
}
