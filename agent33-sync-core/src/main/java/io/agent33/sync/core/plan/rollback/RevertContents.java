package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.merge.MergeLabels;
import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.merge.Merged;
import io.agent33.sync.core.merge.Merging;
import io.agent33.sync.core.rollback.RevertMerge;
import io.agent33.sync.core.tree.Blobs;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/** Content of a rollback: read where it is, merged by lines, put into the downstream's local store. */
final class RevertContents implements RevertMerge {
    /** More is nothing that a person merges. */
    private static final int MAX_MERGE = 32 << 20;

    private final BlobStore store;
    private final MergeLabels labels;

    RevertContents(BlobStore store, String release) {
        this.store = store;
        this.labels = new MergeLabels("edited since", "synced " + release, "before " + release);
    }

    @Override
    public RevertMerge.Outcome merge(RepoPath path, ObjectId left, ObjectId now, ObjectId was) {
        Optional<byte[]> base = read(left);
        Optional<byte[]> local = read(now);
        Optional<byte[]> other = read(was);
        if (base.isEmpty() || local.isEmpty() || other.isEmpty()) {
            return new RevertMerge.Outcome.Unmergeable();
        }
        Merged merged = Merging.merge(path, base.get(), local.get(), other.get(), labels, Merging.lines());
        if (merged instanceof Merged.Clean clean) {
            return new RevertMerge.Outcome.Clean(put(clean.content()));
        }
        return merged instanceof Merged.Conflicted marked
                ? new RevertMerge.Outcome.Conflicted(put(marked.content()), marked.conflicts())
                : new RevertMerge.Outcome.Unmergeable();
    }

    /** A file with this content. */
    FileState file(byte[] content) {
        return new FileState(FileMode.REGULAR, put(content));
    }

    Optional<byte[]> read(ObjectId blob) {
        return Blobs.read(store, blob, MAX_MERGE);
    }

    private ObjectId put(byte[] content) {
        return store.put(new ByteArrayInputStream(content), content.length);
    }
}
