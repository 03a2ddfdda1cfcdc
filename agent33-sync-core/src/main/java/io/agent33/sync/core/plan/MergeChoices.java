package io.agent33.sync.core.plan;

import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.MergeChoice;
import io.agent33.sync.core.glob.Glob;
import io.agent33.sync.core.merge.Merging;
import java.util.List;

/** Which strategy merges which file: the first of a rule's choices whose glob fits, else lines (S8). */
final class MergeChoices {
    private static final MergeStrategy LINES = Merging.lines();

    private final List<Choice> choices;

    private record Choice(Glob paths, MergeStrategy strategy) {}

    /** @param options all strategies that checked rules can name */
    MergeChoices(List<MergeChoice> choices, PlanningOptions options) {
        this.choices = choices.stream()
                .map(choice -> new Choice(Glob.parse(choice.paths()), strategy(choice.strategy(), options)))
                .toList();
    }

    private static MergeStrategy strategy(String name, PlanningOptions options) {
        if (name.equals("lines")) {
            return LINES;
        }
        MergeStrategy own = Merging.byName().get(name);
        if (own != null) {
            return own;
        }
        MergeStrategy strategy = options.mergeStrategies().getOrDefault(name, LINES);
        return sides -> options.plugins()
                .call("merge strategy \"" + name + "\" for " + sides.path(), () -> strategy.merge(sides));
    }

    static MergeStrategy lines() {
        return LINES;
    }

    MergeStrategy of(RepoPath target) {
        return choices.stream()
                .filter(choice -> choice.paths().matches(target.value()))
                .findFirst()
                .map(Choice::strategy)
                .orElse(LINES);
    }
}
