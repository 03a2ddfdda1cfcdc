package io.agent33.sync.core.print;

import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.repository.FileState;
import java.util.Locale;
import java.util.Optional;

/** A plan for programs. */
final class PlanFields {
    private PlanFields() {}

    static void write(Fields fields, SyncPlan plan) {
        fields.mapping("sync_plan", it -> {
            it.number("format", CommonFields.FORMAT);
            CommonFields.trigger(it, plan.trigger());
            it.text("digest", plan.digest());
            CommonFields.summary(it, Outcomes.ofPlans(plan.rules()));
            it.mappings("rules", plan.rules(), PlanFields::rule);
            CommonFields.objections(it, plan.objections());
        });
    }

    private static void rule(Fields fields, RulePlan rule) {
        if (rule instanceof Proposal proposal) {
            proposal(fields, proposal);
        } else {
            OutcomeFields.write(fields, rule.repository(), rule.ruleId(), ((Settled) rule).outcome(), rule.notes());
            CommonFields.validation(fields, rule.validation(), Optional.empty());
        }
    }

    private static void proposal(Fields fields, Proposal proposal) {
        fields.text("rule_id", proposal.ruleId())
                .text("target_repo", proposal.repository().value())
                .text("outcome", Outcomes.PLANNED)
                .text("release", proposal.release().label())
                .text("tag", proposal.release().tag())
                .text("commit", proposal.release().commit().hex())
                .text("previous_release", proposal.previous());
        CommonFields.tip(fields, "base", proposal.base());
        fields.text("branch", proposal.branch());
        CommonFields.counts(fields, proposal.counts());
        fields.mappings("edits", proposal.edits(), PlanFields::edit);
        CommonFields.notes(fields, proposal.notes());
        CommonFields.validation(fields, proposal.validation(), Optional.empty());
        fields.mapping("pull_request", it -> pullRequest(it, proposal.text()));
        fields.text("digest", proposal.digest());
    }

    private static void edit(Fields fields, PlannedEdit edit) {
        fields.text("path", edit.path().value())
                .text("source", edit.source())
                .text("change", edit.kind().name().toLowerCase(Locale.ROOT));
        state(fields, "before", edit.before());
        state(fields, "after", edit.after());
    }

    private static void state(Fields fields, String key, Optional<FileState> state) {
        if (state.isEmpty()) {
            fields.nothing(key);
            return;
        }
        FileState known = state.get();
        fields.mapping(
                key,
                it -> it.text("mode", known.mode().octal())
                        .text("id", known.id().hex()));
    }

    /** The worst of them, so that {@code pass} means that every check passed. */
    private static void pullRequest(Fields fields, PullRequestText text) {
        fields.text("title", text.title())
                .text("body", text.body())
                .texts("labels", text.labels())
                .texts("reviewers", text.reviewers())
                .flag("draft", text.draft());
        fields.text("auto_merge", text.autoMerge().map(method -> method.name().toLowerCase(Locale.ROOT)));
    }
}
