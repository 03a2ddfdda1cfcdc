package io.agent33.sync.core.print;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The printed names of outcomes, and how often each occurs. */
final class Outcomes {
    /** Of a rule in a plan that has something to apply. */
    static final String PLANNED = "planned";

    private static final List<String> OF_PLANS = List.of(PLANNED, "current", "skipped", "blocked", "failed");
    private static final List<String> OF_REPORTS =
            List.of("proposed", "waiting", "current", "skipped", "left_alone", "blocked", "failed");

    private Outcomes() {}

    static String name(RuleOutcome outcome) {
        if (outcome instanceof RuleOutcome.Proposed) {
            return "proposed";
        } else if (outcome instanceof RuleOutcome.Waiting) {
            return "waiting";
        } else if (outcome instanceof RuleOutcome.Current) {
            return "current";
        } else if (outcome instanceof RuleOutcome.Skipped) {
            return "skipped";
        } else if (outcome instanceof RuleOutcome.LeftAlone) {
            return "left_alone";
        } else if (outcome instanceof RuleOutcome.Blocked) {
            return "blocked";
        } else {
            return "failed";
        }
    }

    static String name(RulePlan rule) {
        return rule instanceof Settled settled ? name(settled.outcome()) : PLANNED;
    }

    static String name(Publication publication) {
        if (publication instanceof Publication.Opened) {
            return "opened";
        } else if (publication instanceof Publication.Updated) {
            return "updated";
        } else if (publication instanceof Publication.Unchanged) {
            return "unchanged";
        } else {
            return "declined";
        }
    }

    /** Every outcome that a plan can have, in a fixed order, with its number. */
    static Map<String, Integer> ofPlans(Collection<? extends RulePlan> rules) {
        return counted(OF_PLANS, rules.stream().map(Outcomes::name).toList());
    }

    /** Every outcome that a report can have, in a fixed order, with its number. */
    static Map<String, Integer> ofReports(Collection<RuleOutcome> outcomes) {
        return counted(OF_REPORTS, outcomes.stream().map(Outcomes::name).toList());
    }

    /** For example {@code 3 rules: 1 planned, 2 current}. */
    static String phrase(Map<String, Integer> counts) {
        int rules = counts.values().stream().mapToInt(Integer::intValue).sum();
        String parts = counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + spoken(count.getKey()))
                .collect(Collectors.joining(", "));
        return Phrases.number(rules, "rule") + (parts.isEmpty() ? "" : ": " + parts);
    }

    static String spoken(String name) {
        return name.replace('_', ' ');
    }

    private static Map<String, Integer> counted(List<String> names, List<String> found) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        names.forEach(name -> counts.put(name, 0));
        found.forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts;
    }
}
