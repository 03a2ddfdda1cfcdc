package io.agent33.sync.core.print;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.DriftReport;
import io.agent33.sync.api.monitor.DriftedFile;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.RuleDrift;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.core.text.OneLine;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints drift (S13). To be called; immutable and thread-safe.
 *
 * <p>{@link OutputFormat#YAML} and {@link OutputFormat#JSON} hold one mapping, {@code sync_drift}: {@code format} (1),
 * {@code checked_at}, {@code clean}, {@code summary} (the number of {@code rules}, and of each outcome: {@code in_step},
 * {@code drifted}, {@code never_synced}, {@code failed}), {@code rules}, each with {@code rule_id}, {@code target_repo},
 * {@code outcome}, {@code release}, {@code issue}, {@code files} ({@code path}, {@code kind}, {@code expected} and {@code found},
 * each a {@code mode} and a {@code blob}, {@code override}), {@code objections}; and {@code objections} about rules that could not
 * be read. A key is always there; what is not there is {@code null}.
 */
public final class DriftPrinter {
    private static final List<String> OUTCOMES = List.of("in_step", "drifted", "never_synced", "failed");

    /** A printer for drift. */
    public DriftPrinter() {}

    /**
     * Prints what was found.
     *
     * @throws IllegalArgumentException for {@link OutputFormat#DIFF}
     * @throws java.io.UncheckedIOException if {@code target} cannot be written
     */
    public void print(DriftReport report, OutputFormat format, Appendable target) {
        requireNonNull(report, "report");
        Output out = new Output(requireNonNull(target, "target"));
        switch (format) {
            case TEXT -> text(out, report);
            case YAML -> Structured.yaml(out, fields -> fields(fields, report));
            case JSON -> Structured.json(out, fields -> fields(fields, report));
            case DIFF -> throw new IllegalArgumentException("drift has no diff; the issue that tells of it shows one");
        }
    }

    private static void text(Output out, DriftReport report) {
        out.line(Outcomes.phrase(counts(report)));
        report.rules().forEach(rule -> text(out, rule));
        new OutcomeText(out).unreadable(report.objections());
    }

    private static void text(Output out, RuleDrift rule) {
        out.blankLine();
        String head = rule.repository() + " " + rule.ruleId() + ": " + Outcomes.spoken(name(rule.outcome()));
        DriftOutcome outcome = rule.outcome();
        if (outcome instanceof DriftOutcome.InStep inStep) {
            out.line(head + ", " + OneLine.of(inStep.release()) + ", " + Phrases.number(inStep.files(), "file"));
        } else if (outcome instanceof DriftOutcome.Drifted drifted) {
            out.line(head
                    + drifted.release()
                            .map(release -> " from " + OneLine.of(release))
                            .orElse(""));
            drifted.files()
                    .forEach(file -> out.line("  " + Outcomes.spoken(kind(file)) + ": "
                            + OneLine.of(file.path().value())));
        } else {
            out.line(head);
        }
        objections(rule).forEach(new OutcomeText(out)::objection);
        rule.issue().ifPresent(issue -> out.line("  issue " + state(issue) + ": " + OneLine.of(issue.location())));
    }

    private static void fields(Fields fields, DriftReport report) {
        fields.mapping("sync_drift", it -> {
            it.number("format", CommonFields.FORMAT)
                    .text(
                            "checked_at",
                            report.checkedAt().truncatedTo(ChronoUnit.SECONDS).toString())
                    .flag("clean", report.isClean());
            CommonFields.summary(it, counts(report));
            it.mappings("rules", report.rules(), DriftPrinter::rule);
            CommonFields.objections(it, report.objections());
        });
    }

    private static void rule(Fields fields, RuleDrift rule) {
        DriftOutcome outcome = rule.outcome();
        fields.text("rule_id", rule.ruleId())
                .text("target_repo", rule.repository().value())
                .text("outcome", name(outcome))
                .text("release", release(outcome))
                .text("issue", rule.issue().map(Issue::reference))
                .mappings("files", files(outcome), DriftPrinter::file);
        CommonFields.objections(fields, objections(rule));
    }

    private static void file(Fields fields, DriftedFile file) {
        fields.text("path", file.path().value()).text("kind", kind(file));
        state(fields, "expected", file.expected());
        state(fields, "found", file.found());
        fields.text("override", file.override().map(path -> path.value()));
    }

    private static void state(Fields fields, String key, Optional<FileState> state) {
        if (state.isPresent()) {
            fields.mapping(
                    key,
                    it -> it.text("mode", state.get().mode().octal())
                            .text("blob", state.get().id().hex()));
        } else {
            fields.nothing(key);
        }
    }

    private static Map<String, Integer> counts(DriftReport report) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        OUTCOMES.forEach(name -> counts.put(name, 0));
        report.rules().forEach(rule -> counts.merge(name(rule.outcome()), 1, Integer::sum));
        return counts;
    }

    private static String name(DriftOutcome outcome) {
        if (outcome instanceof DriftOutcome.InStep) {
            return "in_step";
        } else if (outcome instanceof DriftOutcome.Drifted) {
            return "drifted";
        }
        return outcome instanceof DriftOutcome.Failed ? "failed" : "never_synced";
    }

    /** As a value of a key; with spaces for people. */
    private static String kind(DriftedFile file) {
        return file.kind().key().replace('-', '_');
    }

    private static String state(Issue issue) {
        return issue.isOpen() ? "open" : "closed";
    }

    private static Optional<String> release(DriftOutcome outcome) {
        if (outcome instanceof DriftOutcome.InStep inStep) {
            return Optional.of(inStep.release());
        }
        return outcome instanceof DriftOutcome.Drifted drifted ? drifted.release() : Optional.empty();
    }

    private static List<DriftedFile> files(DriftOutcome outcome) {
        return outcome instanceof DriftOutcome.Drifted drifted ? drifted.files() : List.of();
    }

    private static List<Objection> objections(RuleDrift rule) {
        List<Objection> objections = new ArrayList<>(rule.untold().stream().toList());
        if (rule.outcome() instanceof DriftOutcome.Failed failed) {
            objections.add(failed.objection());
        }
        return objections;
    }
}
