package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.SyncRule;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule asks for that no engine does yet. Every key is read and checked; but a rule that would silently be treated
 * as if it had not set one must not run.
 */
public final class UnsupportedYet {
    private UnsupportedYet() {}

    /** One objection for each such key, with the key's path as subject; empty if the rule can run. */
    public static List<Objection> of(SyncRule rule) {
        List<Objection> objections = new ArrayList<>();
        int age = defaultAge(rule.frequency());
        int asked = rule.maxAgeDays().orElse(age);
        unless(asked == age, "max_age_days", String.valueOf(age), String.valueOf(asked), objections);
        return List.copyOf(objections);
    }

    private static int defaultAge(Frequency frequency) {
        return frequency == Frequency.ON_CHANGE ? 7 : 14;
    }

    private static void unless(boolean fine, String key, String expected, String found, List<Objection> objections) {
        if (!fine) {
            objections.add(Objection.of(
                    Codes.NOT_SUPPORTED_YET,
                    ValueChecks.path(key),
                    expected,
                    found,
                    key + " is not supported yet: leave it out for now"));
        }
    }
}
