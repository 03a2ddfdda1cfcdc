package io.agent33.sync.core.merge;

import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.merge.ConflictMarkers;
import io.agent33.sync.api.merge.MergeResult;
import java.util.ArrayList;
import java.util.List;

/** A merged text while it is written line by line. */
final class MarkedText implements MergedLines {
    private final ConflictMarkers markers;
    private final StringBuilder text = new StringBuilder();
    private final List<Conflict> conflicts = new ArrayList<>();
    private int written;

    MarkedText(ConflictMarkers markers) {
        this.markers = markers;
    }

    @Override
    public void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    @Override
    public void conflict(List<String> local, List<String> base, List<String> upstream) {
        int first = written + 1;
        line(markers.start());
        lines(local);
        line(markers.base());
        lines(base);
        line(markers.separator());
        lines(upstream);
        line(markers.end());
        conflicts.add(new Conflict(first, written));
    }

    MergeResult result() {
        return conflicts.isEmpty()
                ? new MergeResult.Clean(text.toString())
                : new MergeResult.Conflicted(text.toString(), conflicts);
    }

    private void line(String line) {
        text.append(line).append('\n');
        written++;
    }
}
