package io.agent33.sync.core.print;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.Standing;
import io.agent33.sync.core.text.OneLine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints how rules stand (S13). To be called; immutable and thread-safe.
 *
 * <p>{@link OutputFormat#YAML} and {@link OutputFormat#JSON} hold one mapping, {@code sync_status}: {@code format} (1), {@code at},
 * {@code summary} (the number of {@code rules}, and of each status in lower case), {@code rules}, each with {@code rule_id},
 * {@code target_repo}, {@code strategy}, {@code frequency}, {@code status}, {@code last_sync}, {@code age_days}, {@code version},
 * {@code latest}, {@code releases_missed}, {@code failures}, {@code last_error}, {@code pull_request} (its branch),
 * {@code drifted_files} (null if that is not known), {@code max_age_days}, {@code objections}; and {@code objections} about rules that
 * could not be read. A key is always there; what is not known is {@code null}.
 */
public final class FleetPrinter {
    /** A printer of statuses. */
    public FleetPrinter() {}

    /**
     * Prints them.
     *
     * @throws IllegalArgumentException for {@link OutputFormat#DIFF}
     * @throws java.io.UncheckedIOException if {@code target} cannot be written
     */
    public void print(FleetStatus status, OutputFormat format, Appendable target) {
        requireNonNull(status, "status");
        Output out = new Output(requireNonNull(target, "target"));
        switch (format) {
            case TEXT -> text(out, status);
            case YAML -> Structured.yaml(out, fields -> fields(fields, status));
            case JSON -> Structured.json(out, fields -> fields(fields, status));
            case DIFF -> throw new IllegalArgumentException("a status has no diff; a plan has one");
        }
    }

    private static void text(Output out, FleetStatus status) {
        out.line(Outcomes.phrase(counts(status)));
        for (RuleStatus rule : status.rules()) {
            out.blankLine();
            text(out, rule, status.at());
        }
        new OutcomeText(out).unreadable(status.objections());
    }

    private static void text(Output out, RuleStatus rule, Instant now) {
        out.line(rule.repository() + " " + rule.ruleId() + ": "
                + rule.standing().label().toLowerCase(Locale.ROOT) + versions(rule));
        rule.lastSync()
                .ifPresent(last -> out.line("  last sync " + last.truncatedTo(ChronoUnit.SECONDS) + ", "
                        + Phrases.number(days(rule, now).orElse(0), "day") + " ago"
                        + (rule.isOverAge(now)
                                ? ", more than " + rule.threshold().age().toDays()
                                : "")));
        if (rule.releasesMissed() > 0) {
            out.line("  " + Phrases.number(rule.releasesMissed(), "release") + " missed");
        }
        rule.pullRequest().ifPresent(branch -> out.line("  pull request: " + OneLine.of(branch)));
        drifted(rule)
                .filter(files -> files > 0)
                .ifPresent(files -> out.line("  drifted: " + Phrases.number(files, "file")));
        if (rule.failures() > 0) {
            out.line("  " + Phrases.number(rule.failures(), "failure") + " in a row"
                    + rule.lastError()
                            .map(error -> ", the last: " + OneLine.of(error))
                            .orElse(""));
        }
        rule.trouble().ifPresent(new OutcomeText(out)::objection);
    }

    private static String versions(RuleStatus rule) {
        Optional<String> merged = rule.version().map(OneLine::of);
        Optional<String> newer = rule.latest().map(OneLine::of).filter(latest -> !merged.equals(Optional.of(latest)));
        String arrow = merged.isPresent() && newer.isPresent() ? " \u2192 " : "";
        return merged.isPresent() || newer.isPresent() ? ", " + merged.orElse("") + arrow + newer.orElse("") : "";
    }

    private static void fields(Fields fields, FleetStatus status) {
        fields.mapping("sync_status", it -> {
            it.number("format", CommonFields.FORMAT)
                    .text("at", status.at().truncatedTo(ChronoUnit.SECONDS).toString());
            CommonFields.summary(it, counts(status));
            it.mappings("rules", status.rules(), (Fields row, RuleStatus rule) -> fields(row, rule, status.at()));
            CommonFields.objections(it, status.objections());
        });
    }

    private static void fields(Fields fields, RuleStatus rule, Instant now) {
        fields.text("rule_id", rule.ruleId())
                .text("target_repo", rule.repository().value())
                .text("strategy", lower(rule.strategy()))
                .text("frequency", lower(rule.frequency()))
                .text("status", lower(rule.standing()))
                .text(
                        "last_sync",
                        rule.lastSync()
                                .map(last ->
                                        last.truncatedTo(ChronoUnit.SECONDS).toString()));
        number(fields, "age_days", days(rule, now));
        fields.text("version", rule.version())
                .text("latest", rule.latest())
                .number("releases_missed", rule.releasesMissed())
                .number("failures", rule.failures())
                .text("last_error", rule.lastError())
                .text("pull_request", rule.pullRequest());
        number(fields, "drifted_files", drifted(rule));
        fields.number("max_age_days", (int) rule.threshold().age().toDays());
        CommonFields.objections(fields, rule.trouble().map(List::of).orElse(List.<Objection>of()));
    }

    private static void number(Fields fields, String key, Optional<Integer> number) {
        if (number.isPresent()) {
            fields.number(key, number.get());
        } else {
            fields.nothing(key);
        }
    }

    private static Optional<Integer> days(RuleStatus rule, Instant now) {
        return rule.age(now).map(Duration::toDays).map(Math::toIntExact);
    }

    /** How many files; empty if nobody knows. */
    private static Optional<Integer> drifted(RuleStatus rule) {
        if (rule.drift() instanceof DriftOutcome.Drifted drifted) {
            return Optional.of(drifted.files().size());
        }
        return rule.drift() instanceof DriftOutcome.Failed ? Optional.empty() : Optional.of(0);
    }

    private static Map<String, Integer> counts(FleetStatus status) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Standing standing : Standing.values()) {
            counts.put(lower(standing), 0);
        }
        status.rules().forEach(rule -> counts.merge(lower(rule.standing()), 1, Integer::sum));
        return counts;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
