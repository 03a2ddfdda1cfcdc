package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.rule.SyncRule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the active rules of one downstream select, each at each commit once. For one thread. */
final class Selections {
    private final UpstreamView view;
    private final List<SyncRule> active;
    private final Map<ObjectId, Map<SyncRule, Selection>> selections = new HashMap<>();
    private final Map<ObjectId, TargetClashes> clashes = new HashMap<>();

    Selections(UpstreamView view, List<SyncRule> active) {
        this.view = view;
        this.active = active;
    }

    Selection of(SyncRule rule, ObjectId commit) {
        return selections
                .computeIfAbsent(commit, id -> new HashMap<>())
                .computeIfAbsent(rule, key -> view.at(commit).select(key));
    }

    /** Target paths that two of them would both deliver (S3). */
    TargetClashes clashesAt(ObjectId commit) {
        return clashes.computeIfAbsent(commit, id -> {
            Map<SyncRule, Selection> delivered = new LinkedHashMap<>();
            active.forEach(rule -> delivered.put(rule, of(rule, id)));
            return new TargetClashes(delivered);
        });
    }

    /**
     * What the others select.
     *
     * @param sameBase whether a rule with that branch delivers to this rule's base branch; those that do not are left out
     */
    Map<SyncRule, Selection> besides(SyncRule rule, ObjectId commit, Predicate<Optional<String>> sameBase) {
        Map<SyncRule, Selection> others = new LinkedHashMap<>();
        active.stream()
                .filter(other -> !other.id().equals(rule.id()) && sameBase.test(other.branch()))
                .forEach(other -> others.put(other, of(other, commit)));
        return others;
    }
}
