package io.agent33.sync.api.monitor;

import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.SyncRule;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The threshold of each rule: that of its frequency, with the age that the rule itself says ({@code max_age_days}), unless the host
 * has one of its own for it. Immutable and thread-safe.
 */
public final class Thresholds {
    private static final Threshold TWO_WEEKS = new Threshold(Duration.ofDays(14), 1, 2);
    private static final Thresholds DEFAULTS = new Thresholds(
            new EnumMap<>(Map.of(
                    Frequency.ON_RELEASE, TWO_WEEKS,
                    Frequency.MANUAL, TWO_WEEKS,
                    Frequency.ON_CHANGE, TWO_WEEKS.age(Duration.ofDays(7)))),
            Map.of());

    private final Map<Frequency, Threshold> byFrequency;
    private final Map<String, Threshold> byRule;

    private Thresholds(Map<Frequency, Threshold> byFrequency, Map<String, Threshold> byRule) {
        this.byFrequency = byFrequency;
        this.byRule = byRule;
    }

    /** The specification's: 14 days, 7 for {@code on_change}; one release; two failures. */
    public static Thresholds defaults() {
        return DEFAULTS;
    }

    /** The same with another threshold for a frequency. */
    public Thresholds of(Frequency frequency, UnaryOperator<Threshold> change) {
        Map<Frequency, Threshold> changed = new EnumMap<>(byFrequency);
        changed.compute(frequency, (key, known) -> change.apply(Objects.requireNonNull(known)));
        return new Thresholds(changed, byRule);
    }

    /** The same with a threshold of its own for a rule. */
    public Thresholds of(String ruleId, Threshold threshold) {
        Map<String, Threshold> changed = new TreeMap<>(byRule);
        changed.put(ruleId, threshold);
        return new Thresholds(byFrequency, changed);
    }

    /** A rule's. */
    public Threshold of(SyncRule rule) {
        Threshold own = byRule.get(rule.id());
        if (own != null) {
            return own;
        }
        Threshold usual = Objects.requireNonNull(byFrequency.get(rule.frequency()));
        return rule.maxAgeDays().map(days -> usual.age(Duration.ofDays(days))).orElse(usual);
    }
}
