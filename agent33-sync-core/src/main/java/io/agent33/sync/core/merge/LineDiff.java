package io.agent33.sync.core.merge;

import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;

/** What turns one text into another, line by line. */
final class LineDiff {
    private LineDiff() {}

    /** In order; between two edits stands at least one common line. */
    static List<Edit> between(Lines a, Lines b) {
        return new HistogramDiff().diff(Lines.EQUALITY, a, b);
    }
}
