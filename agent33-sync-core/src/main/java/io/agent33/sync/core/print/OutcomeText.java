package io.agent33.sync.core.print;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.report.FileCounts;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.core.text.OneLine;
import java.util.List;

/** How one rule ended, for people. */
final class OutcomeText {
    private final Output out;

    OutcomeText(Output out) {
        this.out = out;
    }

    void write(RepositoryId repository, String ruleId, RuleOutcome outcome) {
        out.add(repository + " " + ruleId + ": " + Outcomes.spoken(Outcomes.name(outcome)));
        if (outcome instanceof RuleOutcome.Proposed proposed) {
            pushed(proposed.head(), proposed.files(), proposed.publication());
        } else if (outcome instanceof RuleOutcome.Waiting waiting) {
            pushed(waiting.head(), waiting.files(), waiting.publication());
        } else if (outcome instanceof RuleOutcome.Current current) {
            out.line(", " + OneLine.of(current.release()));
        } else if (outcome instanceof RuleOutcome.Skipped skipped) {
            out.line(", " + OneLine.of(skipped.reason()));
        } else if (outcome instanceof RuleOutcome.LeftAlone leftAlone) {
            out.line(", " + OneLine.of(leftAlone.reason()));
            out.line("  branch: " + OneLine.of(leftAlone.branch()));
        } else if (outcome instanceof RuleOutcome.Blocked blocked) {
            out.blankLine();
            blocked.objections().forEach(this::objection);
        } else if (outcome instanceof RuleOutcome.Failed failed) {
            out.blankLine();
            objection(failed.objection());
        }
    }

    /** What is wrong with rules that could not be read, after everything else. */
    void unreadable(List<Objection> objections) {
        if (!objections.isEmpty()) {
            out.blankLine();
            out.line("Rules that could not be read, " + Phrases.number(objections.size(), "objection"));
            objections.forEach(this::objection);
        }
    }

    private void pushed(BranchTip head, FileCounts files, Publication publication) {
        out.line(", " + Phrases.files(files));
        out.line("  branch: " + OneLine.of(head.branch()) + " at "
                + head.commit().abbreviated());
        out.line("  pull request " + Outcomes.name(publication) + ": " + OneLine.of(where(publication)));
        publication.notes().forEach(note -> out.line("    " + OneLine.of(note)));
    }

    static String where(Publication publication) {
        if (publication instanceof Publication.Opened opened) {
            return opened.location();
        } else if (publication instanceof Publication.Updated updated) {
            return updated.location();
        } else if (publication instanceof Publication.Unchanged unchanged) {
            return unchanged.location();
        } else {
            return ((Publication.Declined) publication).reason();
        }
    }

    void objection(Objection objection) {
        out.line("  ! " + OneLine.of(objection.message()));
    }
}
