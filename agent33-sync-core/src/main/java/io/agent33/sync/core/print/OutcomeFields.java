package io.agent33.sync.core.print;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.report.FileCounts;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.List;

/** How one rule ended, for programs. */
final class OutcomeFields {
    private OutcomeFields() {}

    static void write(
            Fields fields, RepositoryId repository, String ruleId, RuleOutcome outcome, List<PathNote> notes) {
        fields.text("rule_id", ruleId).text("target_repo", repository.value()).text("outcome", Outcomes.name(outcome));
        if (outcome instanceof RuleOutcome.Proposed proposed) {
            pushed(fields, proposed.head(), proposed.files(), proposed.publication());
        } else if (outcome instanceof RuleOutcome.Waiting waiting) {
            pushed(fields, waiting.head(), waiting.files(), waiting.publication());
        } else if (outcome instanceof RuleOutcome.Current current) {
            fields.text("release", current.release());
        } else if (outcome instanceof RuleOutcome.Skipped skipped) {
            fields.text("reason", skipped.reason());
        } else if (outcome instanceof RuleOutcome.LeftAlone leftAlone) {
            fields.text("branch", leftAlone.branch()).text("reason", leftAlone.reason());
        } else if (outcome instanceof RuleOutcome.Blocked blocked) {
            CommonFields.objections(fields, blocked.objections());
        } else if (outcome instanceof RuleOutcome.Failed failed) {
            CommonFields.objections(fields, List.of(failed.objection()));
        }
        CommonFields.notes(fields, notes);
    }

    private static void pushed(Fields fields, BranchTip head, FileCounts files, Publication publication) {
        CommonFields.tip(fields, "head", head);
        CommonFields.counts(fields, files);
        String key = publication instanceof Publication.Declined ? "reason" : "location";
        fields.mapping("pull_request", it -> {
            it.text("state", Outcomes.name(publication)).text(key, OutcomeText.where(publication));
            if (!publication.notes().isEmpty()) {
                it.texts("notes", publication.notes());
            }
        });
    }
}
