package io.agent33.sync.core.print;

import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.core.text.OneLine;

/** A report for people. */
final class ReportText {
    private final Output out;

    ReportText(Output out) {
        this.out = out;
    }

    void write(SyncReport report) {
        OutcomeText outcomes = new OutcomeText(out);
        out.line("Sync for " + Phrases.trigger(report.trigger()));
        report.approval()
                .ifPresent(given -> out.line("Plan " + given.plan() + ", approved by " + OneLine.of(given.by())));
        out.line(Outcomes.phrase(Outcomes.ofReports(
                report.results().stream().map(RuleResult::outcome).toList())));
        for (RuleResult result : report.results()) {
            out.blankLine();
            outcomes.write(result.repository(), result.ruleId(), result.outcome());
            Phrases.notes(result.notes()).forEach(out::line);
            result.validation().ifPresent(checked -> new CheckText(out).write(checked.checks()));
        }
        outcomes.unreadable(report.objections());
    }
}
