package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.MergeChoice;
import io.agent33.sync.core.glob.Glob;
import io.agent33.sync.core.merge.Merging;
import io.agent33.sync.core.plugin.PluginCalls;
import java.util.List;
import java.util.Map;

/** Which strategy merges which file: the first of a rule's choices whose glob fits, else lines (S8). */
public final class MergeChoices {
    private static final MergeStrategy LINES = Merging.lines();

    private final List<Choice> choices;

    private record Choice(Glob paths, MergeStrategy strategy) {}

    /**
     * @param strategies of the host, by name; with the engine's own they are all that checked rules can name
     * @param plugins who calls them
     */
    public MergeChoices(List<MergeChoice> choices, Map<String, MergeStrategy> strategies, PluginCalls plugins) {
        this.choices = choices.stream()
                .map(choice -> new Choice(Glob.parse(choice.paths()), strategy(choice.strategy(), strategies, plugins)))
                .toList();
    }

    private static MergeStrategy strategy(String name, Map<String, MergeStrategy> strategies, PluginCalls plugins) {
        if (name.equals("lines")) {
            return LINES;
        }
        MergeStrategy own = Merging.byName().get(name);
        if (own != null) {
            return own;
        }
        MergeStrategy strategy = strategies.getOrDefault(name, LINES);
        return sides ->
                plugins.call("merge strategy \"" + name + "\" for " + sides.path(), () -> strategy.merge(sides));
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
