package io.agent33.sync.api.report;

import java.util.List;

/** How many delivered files a sync changes. */
public record FileCounts(int added, int modified, int removed) {
    /** Counts the delivered files among the edits. */
    public static FileCounts of(List<PlannedEdit> edits) {
        return new FileCounts(
                count(edits, PlannedEdit.Kind.ADDED),
                count(edits, PlannedEdit.Kind.MODIFIED),
                count(edits, PlannedEdit.Kind.REMOVED));
    }

    private static int count(List<PlannedEdit> edits, PlannedEdit.Kind kind) {
        return (int) edits.stream()
                .filter(PlannedEdit::delivered)
                .filter(edit -> edit.kind() == kind)
                .count();
    }

    /** All of them. */
    public int total() {
        return added + modified + removed;
    }

    @Override
    public String toString() {
        return "+" + added + " ~" + modified + " -" + removed;
    }
}
