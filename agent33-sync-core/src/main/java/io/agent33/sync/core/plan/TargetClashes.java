package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.tree.FoldedPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Target paths that two active rules of one downstream would both deliver (S3): both are blocked. */
final class TargetClashes {
    private final Map<String, Owner> owners = new TreeMap<>();
    private final Map<String, Map<String, List<String>>> clashes = new TreeMap<>();

    private record Owner(String ruleId, String target, Optional<String> branch) {}

    /** Examines the selections of all active rules of a downstream at one upstream commit. */
    TargetClashes(Map<SyncRule, Selection> selections) {
        if (selections.size() == 1) {
            return;
        }
        selections.forEach((rule, selection) -> selection.files().forEach(file -> add(rule, file)));
        owners.forEach(this::below);
    }

    private void add(SyncRule rule, SelectedFile file) {
        String ruleId = rule.id();
        String target = file.target().value();
        Owner owner = owners.putIfAbsent(FoldedPath.of(target), new Owner(ruleId, target, rule.branch()));
        if (owner != null && !owner.ruleId().equals(ruleId)) {
            note(ruleId, owner.ruleId(), target);
            note(owner.ruleId(), ruleId, owner.target());
        }
    }

    /** One rule's file where another rule needs a folder. */
    private void below(String folded, Owner owner) {
        for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
            Owner file = owners.get(folded.substring(0, slash));
            if (file != null && !file.ruleId().equals(owner.ruleId())) {
                note(owner.ruleId(), file.ruleId(), owner.target());
                note(file.ruleId(), owner.ruleId(), file.target());
            }
        }
    }

    private void note(String ruleId, String otherId, String target) {
        clashes.computeIfAbsent(ruleId, key -> new TreeMap<>())
                .computeIfAbsent(otherId, key -> new ArrayList<>())
                .add(target);
    }

    /**
     * Whether another active rule delivers a path now: what was this rule's has gone over to that one.
     *
     * @param sameBase whether a rule with that branch delivers to this rule's base branch
     */
    boolean deliveredByAnother(SyncRule rule, RepoPath target, Predicate<Optional<String>> sameBase) {
        Owner owner = owners.get(FoldedPath.of(target.value()));
        return owner != null && !owner.ruleId().equals(rule.id()) && sameBase.test(owner.branch());
    }

    /** What stands against a rule; one objection for each rule that it meets. */
    List<Objection> of(SyncRule rule) {
        return clashes.getOrDefault(rule.id(), Map.of()).entrySet().stream()
                .map(entry -> Objection.of(
                        "target-clash",
                        rule.id(),
                        "target paths that no other active rule of " + rule.targetRepo() + " delivers",
                        entry.getValue().size() + " that rule \"" + entry.getKey()
                                + "\" delivers too or stands in the way of, such as \""
                                + entry.getValue().get(0) + "\"",
                        "change target_path or filters of one of them, or archive it"))
                .toList();
    }
}
