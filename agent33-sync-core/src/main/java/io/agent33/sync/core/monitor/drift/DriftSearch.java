package io.agent33.sync.core.monitor.drift;

import io.agent33.sync.api.monitor.DriftedFile;
import io.agent33.sync.api.monitor.DriftedFile.Kind;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.tree.CachedTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares a tree with what a sync left, by ids: where nothing changed, no content is read. For one thread. */
public final class DriftSearch {
    private final CachedTree tree;
    private final Customisation customisation;

    public DriftSearch(CachedTree tree, Customisation customisation) {
        this.tree = tree;
        this.customisation = customisation;
    }

    /**
     * What differs, in the order of the paths.
     *
     * @param delivered the files that are kept in step
     * @param kept the files in which the engine keeps what it needs of them, and their content
     */
    public List<DriftedFile> in(List<LeftFile> delivered, Map<RepoPath, ObjectId> kept) {
        List<DriftedFile> drifted = new ArrayList<>();
        for (LeftFile file : delivered) {
            kind(file)
                    .filter(kind -> !customisation.optedOut(file.source()))
                    .ifPresent(kind -> drifted.add(new DriftedFile(
                            file.target(),
                            kind,
                            Optional.of(file.state()),
                            found(file.target()),
                            customisation.place(file.source()))));
        }
        kept.forEach((path, blob) -> {
            if (!isKept(path, blob)) {
                FileState expected = new FileState(FileMode.REGULAR, blob);
                drifted.add(tampered(path, Optional.of(expected), found(path)));
            }
        });
        drifted.sort(Comparator.comparing(DriftedFile::path));
        return drifted;
    }

    /** A file that only the engine writes is damaged or gone. */
    public static DriftedFile tampered(RepoPath path, Optional<FileState> expected, Optional<FileState> found) {
        return new DriftedFile(path, Kind.STATE_TAMPERED, expected, found, Optional.empty());
    }

    private Optional<Kind> kind(LeftFile file) {
        Optional<TreeEntry> entry = tree.find(file.target().value());
        if (entry.isEmpty()) {
            return Optional.of(Kind.DELETED);
        }
        if (!entry.get().mode().isFile()) {
            return Optional.of(Kind.REPLACED);
        }
        FileState found = entry.get().state();
        if (file.isConflicted()) {
            return conflict(file, found);
        }
        if (found.equals(file.state())) {
            return Optional.empty();
        }
        return Optional.of(found.id().equals(file.state().id()) ? Kind.MODE_CHANGED : Kind.MODIFIED);
    }

    /** Once it is resolved, the next sync keeps that as the override, and there is nothing to see to. */
    private Optional<Kind> conflict(LeftFile file, FileState found) {
        boolean untouched = found.id().equals(file.state().id());
        return untouched || customisation.holdsMarkers(found.id(), file.conflict())
                ? Optional.of(Kind.UNRESOLVED_MARKERS)
                : Optional.empty();
    }

    private boolean isKept(RepoPath path, ObjectId blob) {
        return tree.find(path.value())
                .filter(entry -> entry.mode().isFile() && entry.id().equals(blob))
                .isPresent();
    }

    private Optional<FileState> found(RepoPath path) {
        return tree.find(path.value())
                .filter(entry -> entry.mode() != FileMode.FOLDER)
                .map(TreeEntry::state);
    }
}
