package io.agent33.sync.core.plan;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
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
import java.util.TreeSet;
import java.util.stream.Stream;

/** A downstream's tree as it would be pushed: what is there, and what changes. Thread-safe. */
public final class PushedTree implements TargetFiles {
    private final CachedTree base;
    private final BlobSource blobs;
    private final Texts texts;
    private final Map<String, Optional<FileState>> changed = new HashMap<>();
    private final Set<String> folders = new HashSet<>();

    /** @param blobs everything that it holds, new content included */
    public PushedTree(CachedTree base, List<PlannedEdit> edits, BlobSource blobs) {
        this(base, edits, blobs, new Texts());
    }

    PushedTree(CachedTree base, List<PlannedEdit> edits, BlobSource blobs, Texts texts) {
        this.base = base;
        this.blobs = blobs;
        this.texts = texts;
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
    public List<String> names(String folder) {
        Set<String> names = new TreeSet<>();
        String prefix = folder.isEmpty() ? "" : folder + "/";
        Stream.concat(changed.keySet().stream(), folders.stream())
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .filter(name -> name.indexOf('/') < 0)
                .forEach(names::add);
        inBase(folder).forEach(names::add);
        return names.stream().filter(name -> has(prefix + name)).toList();
    }

    private synchronized List<String> inBase(String folder) {
        return base.entries(folder).stream().map(TreeEntry::name).toList();
    }

    @Override
    public Optional<String> text(String path) {
        return state(path).filter(state -> state.mode().isFile()).flatMap(state -> text(state.id()));
    }

    /** What would be at a path; empty if nothing would. */
    public synchronized Optional<FileState> state(String path) {
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
        return texts.of(blobs, blob);
    }
}
