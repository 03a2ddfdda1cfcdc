package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.plan.local.OverrideFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Overrides of files that two rules deliver: each rule would write its own merge to the one override (S3). */
final class SharedOverrides {
    private SharedOverrides() {}

    /**
     * What stands against a rule.
     *
     * @param others what the other active rules that deliver to the same branch select
     */
    static List<Objection> of(OverrideFiles overrides, Selection selection, Map<SyncRule, Selection> others) {
        List<Objection> objections = new ArrayList<>();
        for (SelectedFile file : selection.files()) {
            String source = file.source().path();
            if (overrides.find(source).isPresent() && !overrides.optedOut(source)) {
                others.entrySet().stream()
                        .filter(other -> selects(other.getValue(), source))
                        .findFirst()
                        .ifPresent(other -> objections.add(
                                objection(overrides, source, other.getKey().id())));
            }
        }
        return objections;
    }

    private static boolean selects(Selection selection, String source) {
        return selection.files().stream().anyMatch(file -> file.source().path().equals(source));
    }

    private static Objection objection(OverrideFiles overrides, String source, String otherRule) {
        Optional<String> place = overrides.place(source).map(Object::toString);
        return Objection.of(
                "shared-override",
                place.orElse(source),
                "an override of a file that one rule delivers",
                "one of " + source + ", which rule \"" + otherRule + "\" delivers too",
                "let one rule deliver it, or remove the override");
    }
}
