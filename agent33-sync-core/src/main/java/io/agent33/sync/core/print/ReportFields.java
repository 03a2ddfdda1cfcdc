package io.agent33.sync.core.print;

import io.agent33.sync.api.report.Approval;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import java.time.Instant;
import java.util.Optional;

/** A report for programs. */
final class ReportFields {
    private ReportFields() {}

    static void write(Fields fields, SyncReport report) {
        fields.mapping("sync_report", it -> {
            it.number("format", CommonFields.FORMAT);
            it.flag("successful", report.successful());
            CommonFields.trigger(it, report.trigger());
            approval(it, report.approval());
            CommonFields.summary(
                    it,
                    Outcomes.ofReports(
                            report.results().stream().map(RuleResult::outcome).toList()));
            it.mappings(
                    "rules", report.results(), (Fields rule, RuleResult result) -> result(rule, result, report.at()));
            CommonFields.objections(it, report.objections());
        });
    }

    private static void approval(Fields fields, Optional<Approval> approval) {
        if (approval.isEmpty()) {
            fields.nothing("approval");
            return;
        }
        Approval given = approval.get();
        fields.mapping("approval", it -> it.text("by", given.by()).text("plan", given.plan()));
    }

    private static void result(Fields fields, RuleResult result, Instant at) {
        OutcomeFields.write(fields, result.repository(), result.ruleId(), result.outcome(), result.notes());
        CommonFields.validation(fields, result.validation(), Optional.of(at));
    }
}
