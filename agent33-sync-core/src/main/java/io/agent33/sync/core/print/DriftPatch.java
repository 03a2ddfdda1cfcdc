package io.agent33.sync.core.print;

import io.agent33.sync.api.monitor.DriftedFile;
import io.agent33.sync.api.monitor.DriftedFile.Kind;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.BlobSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How drifted files differ from what a sync left, as a unified diff. */
public final class DriftPatch {
    private static final Set<Kind> TOLD_BY_A_LINE = Set.of(Kind.REPLACED, Kind.DELETED, Kind.STATE_TAMPERED);
    private static final long LIMIT = 1 << 20;

    private DriftPatch() {}

    /**
     * The diff of those files whose content or mode says something; of a file above 1 MiB a note.
     *
     * @param most how many lines, further ones are left out
     * @throws io.agent33.sync.api.error.RepositoryException if content cannot be read
     */
    public static List<String> lines(List<DriftedFile> files, BlobSource blobs, int most) {
        StringBuilder text = new StringBuilder();
        FileDiff diff = new FileDiff(new Output(text), blobs, LIMIT);
        int lines = 0;
        for (DriftedFile file : files) {
            if (lines < most && isShown(file)) {
                diff.write(new PlannedEdit(file.path(), Optional.empty(), file.expected(), file.found()));
                lines = (int) text.chars().filter(c -> c == '\n').count();
            }
        }
        return text.toString().lines().limit(most).toList();
    }

    private static boolean isShown(DriftedFile file) {
        return !TOLD_BY_A_LINE.contains(file.kind()) && !file.expected().equals(file.found());
    }
}
