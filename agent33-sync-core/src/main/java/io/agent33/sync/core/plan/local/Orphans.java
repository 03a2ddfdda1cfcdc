package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.text.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Overrides for which there is no upstream file: misspelt, or left behind (S8). */
final class Orphans {
    private final SyncRule rule;
    private final List<SyncRule> active;
    private final BiPredicate<SyncRule, String> selects;
    private final Set<String> rendered;
    private final OverrideFiles overrides;
    private final FileTree upstream;

    /**
     * @param active all active rules of the downstream, in the order of their ids
     * @param selects whether a rule would select a source path
     */
    Orphans(SyncRule rule, List<SyncRule> active, Sides sides, BiPredicate<SyncRule, String> selects) {
        this.rule = rule;
        this.active = active;
        this.selects = selects;
        this.rendered = sides.rendered().stream().map(RenderedFile::source).collect(Collectors.toSet());
        this.overrides = sides.overrides();
        this.upstream = sides.upstream();
    }

    /** Their source paths, each with the nearest that there is; less those that a record knows. */
    Map<String, String> without(Moves moves) {
        Set<String> known = Stream.concat(
                        moves.records().keySet().stream(),
                        moves.from().values().stream().map(ManifestFile::source))
                .collect(Collectors.toSet());
        Map<String, String> orphans = new TreeMap<>();
        overrides.bySource().keySet().stream()
                .filter(source -> !rendered.contains(source) && !known.contains(source))
                .filter(source -> upstream.find(source).isEmpty())
                .filter(this::isThisRules)
                .forEach(source -> orphans.put(source, NearestName.question(source, rendered)));
        return orphans;
    }

    /** What no rule would select is told by the first of them, so that it is told once. */
    private boolean isThisRules(String source) {
        if (selects.test(rule, source)) {
            return true;
        }
        boolean first = active.get(0).id().equals(rule.id());
        return first && active.stream().noneMatch(other -> selects.test(other, source));
    }
}
