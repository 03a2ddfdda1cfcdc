package io.agent33.sync.api.report;

import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.repository.RepoPath;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a person should know of one path: what a sync does with a local change, or why it waits (S8). Whatever leaves a
 * target without going into the new content or the override is told by one.
 *
 * @param kind what happened
 * @param path of the delivered file, or of the override where there is no delivered file
 * @param text one line that says it for this path; may be empty
 * @param lines of the file that the pull request brings, where conflict markers stand; empty for any other kind
 */
public record PathNote(NoteKind kind, RepoPath path, String text, List<Conflict> lines) {
    public PathNote {
        lines = List.copyOf(lines);
    }

    /** A note without lines. */
    public PathNote(NoteKind kind, RepoPath path, String text) {
        this(kind, path, text, List.of());
    }

    /** {@code docs/a.md 12-19, 30-41: both sides changed the same lines}. */
    @Override
    public String toString() {
        String ranges = lines.stream().map(Conflict::toString).collect(Collectors.joining(", "));
        return path + (ranges.isEmpty() ? "" : " " + ranges) + ": " + kind.words()
                + (text.isEmpty() ? "" : " (" + text + ")");
    }
}
