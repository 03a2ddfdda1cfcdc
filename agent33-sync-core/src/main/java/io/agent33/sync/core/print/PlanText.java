package io.agent33.sync.core.print;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.core.text.OneLine;
import java.util.Optional;

/** A plan for people. */
final class PlanText {
    private final Output out;

    PlanText(Output out) {
        this.out = out;
    }

    void write(SyncPlan plan) {
        out.line("Plan for " + Phrases.trigger(plan.trigger()));
        out.line(Outcomes.phrase(Outcomes.ofPlans(plan.rules())));
        out.line("digest " + plan.digest());
        for (RulePlan rule : plan.rules()) {
            out.blankLine();
            if (rule instanceof Proposal proposal) {
                write(proposal);
            } else {
                new OutcomeText(out).write(rule.repository(), rule.ruleId(), ((Settled) rule).outcome());
                Phrases.notes(rule.notes()).forEach(out::line);
            }
        }
        new OutcomeText(out).unreadable(plan.objections());
    }

    private void write(Proposal proposal) {
        out.line(proposal.repository() + " " + proposal.ruleId() + ": " + Outcomes.PLANNED + " "
                + proposal.release().label()
                + proposal.previous().map(name -> " after " + OneLine.of(name)).orElse(", the first sync"));
        out.line("  " + Phrases.files(proposal.counts()));
        for (PlannedEdit edit : proposal.deliveries()) {
            out.line("  " + letter(edit.kind()) + " " + file(edit));
        }
        int own = proposal.edits().size() - proposal.deliveries().size();
        if (own > 0) {
            out.line("  and " + Phrases.number(own, "file") + " of the sync's own records");
        }
        Phrases.notes(proposal.notes()).forEach(out::line);
        out.line("  pull request: " + OneLine.of(proposal.text().title()));
        out.line("  branch: " + proposal.branch() + " onto "
                + OneLine.of(proposal.base().branch()) + " at "
                + proposal.base().commit().abbreviated());
        new CheckText(out).write(proposal.checks());
        out.line("  digest: " + proposal.digest());
    }

    private static char letter(PlannedEdit.Kind kind) {
        return switch (kind) {
            case ADDED -> 'A';
            case MODIFIED -> 'M';
            case REMOVED -> 'D';
        };
    }

    private static String file(PlannedEdit edit) {
        String path = OneLine.of(edit.path().value());
        String source = edit.source().map(from -> " ← " + OneLine.of(from)).orElse("");
        return path
                + source
                + note(edit.before().map(FileState::mode), edit.after().map(FileState::mode));
    }

    private static String note(Optional<FileMode> before, Optional<FileMode> after) {
        if (after.isEmpty() || before.equals(after)) {
            return "";
        }
        boolean executable = after.get() == FileMode.EXECUTABLE;
        if (before.isEmpty()) {
            return executable ? " (executable)" : "";
        }
        return switch (before.get()) {
            case REGULAR, EXECUTABLE -> executable ? " (now executable)" : " (no longer executable)";
            case SYMLINK -> " (was a symbolic link)";
            case SUBMODULE, FOLDER -> " (was a submodule)";
        };
    }
}
