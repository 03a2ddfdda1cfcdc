package io.agent33.sync.core.pullrequest;

import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.report.PathNote;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sections of a body that list what a person should know of single paths (S8, S11). */
public final class NoteSections {
    private NoteSections() {}

    /** One for each group of notes that there is, in a fixed order; conflicts first. */
    public static List<BodySection> of(List<PathNote> notes) {
        return Stream.of(NoteKind.Group.values())
                .map(group -> new BodySection(title(group), lines(notes, group)))
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    /** What they want of a person, all together: each at least a look (S8). */
    public static Attention attention(List<PathNote> notes) {
        if (notes.isEmpty()) {
            return Attention.NONE;
        }
        boolean undecided = notes.stream().anyMatch(note -> note.kind().group() == NoteKind.Group.CONFLICT);
        return undecided ? Attention.DECISION : Attention.LOOK;
    }

    private static String title(NoteKind.Group group) {
        return switch (group) {
            case CONFLICT -> "Conflicts";
            case RESOLVED -> "Resolved Conflicts";
            case ADOPTED -> "Adopted Local Changes";
            case REPLACED -> "Replaced Files";
            case REDUNDANT -> "Redundant Overrides";
        };
    }

    private static List<String> lines(List<PathNote> notes, NoteKind.Group group) {
        return notes.stream()
                .filter(note -> note.kind().group() == group)
                .map(NoteSections::line)
                .toList();
    }

    private static String line(PathNote note) {
        String ranges = note.lines().stream().map(Conflict::toString).collect(Collectors.joining(", "));
        return "- " + InertMarkdown.code(note.path().value())
                + (ranges.isEmpty() ? "" : " lines " + ranges)
                + ": " + note.kind().words()
                + (note.text().isEmpty() ? "" : " (" + InertMarkdown.code(note.text()) + ")");
    }
}
