package io.agent33.sync.core.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.merge.MergeLabels;
import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.repository.RepoPath;

/** Three versions of a file. */
record Triple(String base, String local, String upstream) {
    static final MergeLabels LABELS = MergeLabels.ofReleases("v2.3.1", "v2.4.0");

    Merged merged(MergeStrategy strategy) {
        return merged("docs/a.md", strategy);
    }

    Merged merged(String path, MergeStrategy strategy) {
        return Merging.merge(RepoPath.of(path), bytes(base), bytes(local), bytes(upstream), LABELS, strategy);
    }

    /** What a merge came to, conflict markers and all. */
    String text(MergeStrategy strategy) {
        return text(merged(strategy));
    }

    String text(String path, MergeStrategy strategy) {
        return text(merged(path, strategy));
    }

    static String text(Merged merged) {
        if (merged instanceof Merged.Clean clean) {
            return new String(clean.content(), UTF_8);
        }
        return merged instanceof Merged.Conflicted conflicted
                ? new String(conflicted.content(), UTF_8)
                : merged.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
