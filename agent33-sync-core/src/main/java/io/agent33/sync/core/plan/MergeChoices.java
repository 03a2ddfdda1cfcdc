package io.agent33.sync.core.plan;

import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.MergeChoice;
import io.agent33.sync.core.glob.Glob;
import io.agent33.sync.core.merge.Merging;
import java.util.List;
import java.util.Map;

/** Which strategy merges which file: the first of a rule's choices whose glob fits, else lines (S8). */
final class MergeChoices {
    private static final MergeStrategy LINES = Merging.lines();

    private final List<Choice> choices;

    private record Choice(Glob paths, MergeStrategy strategy) {}

    /** @param named all strategies that checked rules can name */
    MergeChoices(List<MergeChoice> choices, Map<String, MergeStrategy> named) {
        this.choices = choices.stream()
                .map(choice -> new Choice(Glob.parse(choice.paths()), strategy(choice.strategy(), named)))
                .toList();
    }

    private static MergeStrategy strategy(String name, Map<String, MergeStrategy> named) {
        if (name.equals("lines")) {
            return LINES;
        }
        MergeStrategy strategy = named.getOrDefault(name, LINES);
        return sides -> {
            try {
                return strategy.merge(sides);
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "the merge strategy \"" + name + "\" failed at " + sides.path() + ": " + e.getMessage(), e);
            }
        };
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
