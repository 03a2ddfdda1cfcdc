package io.agent33.sync.core.pullrequest;

import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.validate.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the pull request of a rollback, or of an allowance (S12). Immutable and thread-safe. */
public final class ReversalWriter {
    private final int limit;

    /** @param limit the longest body in {@code char}s, at least {@link PullRequestWriter#SMALLEST_LIMIT} */
    public ReversalWriter(int limit) {
        this.limit = limit;
    }

    /**
     * What is told of a rollback.
     *
     * @param releases the labels of what is taken back, the newest first
     * @param restoredTo what the files are again
     * @param commits the downstream commits that had brought it
     * @param reason in the words of who asked
     * @param issue the follow-up issue's reference
     */
    public record Facts(List<String> releases, String restoredTo, List<String> commits, String reason, String issue) {
        public Facts {
            releases = List.copyOf(releases);
            commits = List.copyOf(commits);
        }
    }

    /** A rollback's. */
    public PullRequestText rollback(
            SyncRule rule, Facts facts, List<PlannedEdit> edits, List<PathNote> notes, List<CheckResult> checks) {
        String head = "## Rollback of a Sync from AGENT-33\n\n"
                + "**Rolled-back release:** " + words(facts.releases()) + "\n"
                + "**Restored to:** " + InertMarkdown.code(facts.restoredTo()) + "\n"
                + "**Sync rule:** " + InertMarkdown.word(rule.id()) + "\n"
                + "**Reverted commit:** " + words(facts.commits()) + "\n"
                + "**Reason:** " + InertMarkdown.code(facts.reason()) + "\n"
                + "**Follow-up issue:** " + InertMarkdown.code(facts.issue()) + "\n\n"
                + "It is not delivered again until a newer release arrives, or `agent33-sync allow-release` lets it.\n\n";
        String title = "revert(agent33): Roll back " + rule.id() + " from "
                + InertMarkdown.line(facts.releases().get(0));
        return text(rule, title, head, edits, notes, checks);
    }

    /** An allowance's. */
    public PullRequestText allowance(SyncRule rule, String release, List<PlannedEdit> edits, List<CheckResult> checks) {
        String head = "## Allow a Release from AGENT-33 again\n\n"
                + "**Release:** " + InertMarkdown.word(release) + "\n"
                + "**Sync rule:** " + InertMarkdown.word(rule.id()) + "\n\n"
                + "It was rolled back here. Once this is merged, the next run delivers it again.\n\n";
        String title = "sync(agent33): Allow " + InertMarkdown.line(release) + " for " + rule.id() + " again";
        return text(rule, title, head, edits, List.of(), checks);
    }

    private PullRequestText text(
            SyncRule rule,
            String title,
            String head,
            List<PlannedEdit> edits,
            List<PathNote> notes,
            List<CheckResult> checks) {
        List<BodySection> sections = new ArrayList<>(NoteSections.of(notes));
        sections.addAll(FindingSections.of(checks));
        sections.add(new BodySection(
                "Files", edits.stream().map(ReversalWriter::line).toList()));
        StringBuilder body = new StringBuilder(head).append(PullRequestWriter.validation(checks));
        int room = limit - body.length() - PullRequestWriter.CLOSING.length();
        for (BodySection section : sections) {
            String heading = PullRequestWriter.heading(section);
            room -= heading.length() + 1 + BoundedLines.NOTE;
            String lines = BoundedLines.within(Math.max(0, room), section.lines(), 0);
            room -= lines.length();
            body.append(heading).append(lines).append('\n');
        }
        return new PullRequestText(
                title,
                body.append(PullRequestWriter.CLOSING).toString(),
                PullRequestWriter.labels(rule.pullRequest()),
                PullRequestWriter.unlikeEachOther(rule.pullRequest().reviewers()),
                rule.pullRequest().draft() || NoteSections.attention(notes) == Attention.DECISION);
    }

    private static String words(List<String> words) {
        return words.stream().map(InertMarkdown::word).collect(Collectors.joining(", "));
    }

    private static String line(PlannedEdit edit) {
        return "- " + edit.kind().name().toLowerCase(Locale.ROOT) + " "
                + InertMarkdown.code(edit.path().value());
    }
}
