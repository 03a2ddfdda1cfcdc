package io.agent33.sync.core.pullrequest;

import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.DriftedFile;
import io.agent33.sync.api.monitor.DriftedFile.Kind;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.tree.OwnFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The issue that tells a downstream of its drift, with the specification's two remedies (S13). A function of the drift: so long
 * as that is the same, so is the text.
 */
public final class DriftIssue {
    /** How many lines of a diff are shown. */
    public static final int MOST_LINES = 60;

    private static final int MOST_FILES = 50;
    private static final int LONGEST_LINE = 200;

    private DriftIssue() {}

    /** Its cause. */
    public static String key(String ruleId) {
        return "drift/" + ruleId;
    }

    /**
     * What it says.
     *
     * @param diff lines of a unified diff, at most {@link #MOST_LINES} of which are shown
     */
    public static IssueDraft draft(SyncRule rule, DriftOutcome.Drifted drift, List<String> diff) {
        StringBuilder body = new StringBuilder(1024)
                .append(
                        "Files that AGENT-33 sync keeps in step were changed here, outside of `.agent33-overrides/`.\n\n")
                .append("- Sync rule: ")
                .append(InertMarkdown.word(rule.id()))
                .append('\n');
        drift.release()
                .ifPresent(release -> body.append("- Last merged sync: ")
                        .append(InertMarkdown.word(release))
                        .append('\n'));
        body.append("\n## Drifted files\n\n");
        drift.files().stream()
                .limit(MOST_FILES)
                .forEach(file -> body.append(line(file)).append('\n'));
        if (drift.files().size() > MOST_FILES) {
            body.append("\n*").append(drift.files().size() - MOST_FILES).append(" more are left out here.*\n");
        }
        patch(body, diff);
        body.append("\n## What to do\n\n");
        remedies(rule, drift.files())
                .forEach(remedy -> body.append("- ").append(remedy).append('\n'));
        return new IssueDraft(
                rule.targetRepo(),
                key(rule.id()),
                "Synced files of " + InertMarkdown.line(rule.id()) + " have drifted",
                body.append("\nThis issue is kept up to date, and closed when the drift is gone.\n")
                        .toString(),
                List.of("agent33-sync", "drift"));
    }

    private static String line(DriftedFile file) {
        String kind = file.kind().key().replace('-', ' ');
        String place = file.override()
                .filter(path -> file.kind() == Kind.MODIFIED)
                .map(path -> ", to be customised at " + InertMarkdown.code(path.value()))
                .orElse("");
        return "- " + kind + ": " + InertMarkdown.code(file.path().value()) + modes(file) + place;
    }

    private static String modes(DriftedFile file) {
        if (file.kind() == Kind.REPLACED) {
            return " is " + file.found().map(FileState::mode).orElse(FileMode.FOLDER);
        }
        Optional<FileMode> before = file.expected().map(FileState::mode);
        Optional<FileMode> after = file.found().map(FileState::mode);
        return before.isPresent() && after.isPresent() && !before.equals(after)
                ? " (" + before.get().octal() + " → " + after.get().octal() + ")"
                : "";
    }

    /** As code, in which GitHub mentions nobody; the fence is longer than any that stands in it. */
    private static void patch(StringBuilder body, List<String> diff) {
        if (diff.isEmpty()) {
            return;
        }
        List<String> shown = diff.stream()
                .limit(MOST_LINES)
                .map(line -> VisibleText.code(line, LONGEST_LINE))
                .toList();
        String fence = InertMarkdown.fence(String.join("\n", shown));
        body.append("\n## What changed\n\n").append(fence).append("diff\n");
        shown.forEach(line -> body.append(line).append('\n'));
        body.append(fence).append('\n');
        if (diff.size() >= MOST_LINES) {
            body.append("\n*The rest is left out here.*\n");
        }
    }

    private static List<String> remedies(SyncRule rule, List<DriftedFile> files) {
        List<String> remedies = new ArrayList<>();
        if (any(files, Kind.UNRESOLVED_MARKERS)) {
            remedies.add(
                    "**Resolve the conflict**: edit the marked files until no marker is left. The next sync keeps what you"
                            + " chose as an override.");
        }
        if (any(files, Kind.STATE_TAMPERED)) {
            remedies.add(
                    "**Restore the state**: take " + InertMarkdown.code(OwnFolders.STATE + "/" + rule.id())
                            + " back from the history as the last merged sync left it, or delete that folder for a first sync.");
        }
        if (files.stream()
                .anyMatch(file -> file.kind() != Kind.UNRESOLVED_MARKERS && file.kind() != Kind.STATE_TAMPERED)) {
            remedies.add("**Re-sync**: " + resync(rule.onDrift()));
            remedies.add(
                    "**Move the changes to `.agent33-overrides/`**: put your version of a file where the list says, and"
                            + " restore the delivered one. What lies there is merged into every update. A file that is not wanted"
                            + " at all is named in `.agent33-overrides/.ignore`.");
        }
        return remedies;
    }

    private static String resync(OnDrift onDrift) {
        return switch (onDrift) {
            case ADOPT ->
                "merge the pull request of the next sync, which does the move for you: what was edited becomes an"
                        + " override, what was deleted is opted out of. To give a change up instead, restore the file.";
            case OVERWRITE ->
                "merge the pull request of the next sync, which puts the canonical files back and names what is dropped.";
            case BLOCK -> "restore the files. Until then the rule is blocked, and no sync comes.";
        };
    }

    private static boolean any(List<DriftedFile> files, Kind kind) {
        return files.stream().anyMatch(file -> file.kind() == kind);
    }
}
