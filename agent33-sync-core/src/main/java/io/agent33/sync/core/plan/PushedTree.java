package io.agent33.sync.core.plan;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.validate.TargetFiles;
import io.agent33.sync.core.strategy.SourceText;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.core.tree.CachedTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A downstream's tree as it would be pushed: what is there, and what changes. Thread-safe. */
final class PushedTree implements TargetFiles {
    private final CachedTree base;
    private final BlobSource blobs;
    private final Map<String, Optional<FileState>> changed = new HashMap<>();
    private final Set<String> folders = new HashSet<>();

    /** @param blobs everything that it holds, new content included */
    PushedTree(CachedTree base, List<PlannedEdit> edits, BlobSource blobs) {
        this.base = base;
        this.blobs = blobs;
        edits.forEach(edit -> changed.put(edit.path().value(), edit.after()));
        edits.stream()
                .filter(edit -> edit.after().isPresent())
                .forEach(edit -> above(edit.path().value()));
    }

    private void above(String path) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            folders.add(path.substring(0, slash));
        }
    }

    @Override
    public boolean has(String path) {
        Optional<FileState> after = changed.get(path);
        if (after != null) {
            return after.isPresent();
        }
        return folders.contains(path) || stays(path);
    }

    /** A folder all of whose files go is gone. */
    private synchronized boolean stays(String path) {
        return base.find(path)
                .filter(entry -> entry.mode() != FileMode.FOLDER || holdsAny(path))
                .isPresent();
    }

    private boolean holdsAny(String folder) {
        return base.entries(folder).stream().anyMatch(entry -> has(entry.path()));
    }

    @Override
    public Optional<String> text(String path) {
        return state(path).filter(state -> state.mode().isFile()).flatMap(state -> text(state.id()));
    }

    private synchronized Optional<FileState> state(String path) {
        Optional<FileState> after = changed.get(path);
        return after != null ? after : base.find(path).map(entry -> entry.state());
    }

    /** A blob's first bytes. */
    byte[] start(ObjectId blob, int length) {
        return Blobs.start(blobs, blob, length);
    }

    /** A blob's bytes; empty if there are too many to look at. */
    Optional<byte[]> content(ObjectId blob) {
        return Blobs.read(blobs, blob, SourceText.MOST_BYTES);
    }

    /** The text of a blob; empty if it is none. */
    Optional<String> text(ObjectId blob) {
        return SourceText.read(blobs, blob) instanceof SourceText.Text text
                ? Optional.of(text.file().text())
                : Optional.empty();
    }
}
