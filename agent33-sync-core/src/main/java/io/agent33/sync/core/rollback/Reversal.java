package io.agent33.sync.core.rollback;

import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.tree.CachedTree;
import io.agent33.sync.core.tree.TreeDiff;
import io.agent33.sync.core.tree.TreeFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The three-way revert of syncs on what is there now (S12): base is what a sync left, one side is what is there, the other what
 * was there before it. What others changed since stays; where that cannot be, it stays and is listed. A function of the
 * trees and the merge; for one thread.
 */
public final class Reversal {
    private final CachedTree head;
    private final RevertMerge merge;
    private final Map<RepoPath, Optional<FileState>> changed = new TreeMap<>();
    private final Map<RepoPath, PathNote> notes = new TreeMap<>();

    private Reversal(FileTree head, RevertMerge merge) {
        this.head = new CachedTree(head);
        this.merge = merge;
    }

    /** @param syncs the newest first */
    public static Reversal of(FileTree head, List<Undoing> syncs, RevertMerge merge) {
        Reversal reversal = new Reversal(head, merge);
        syncs.forEach(reversal::undo);
        return reversal;
    }

    /** What a person should know of single paths, in their order. */
    public List<PathNote> notes() {
        return List.copyOf(notes.values());
    }

    /** What changes, in the order of the paths. */
    public List<PlannedEdit> edits(Map<RepoPath, String> sources) {
        List<PlannedEdit> edits = new ArrayList<>();
        changed.forEach((path, after) -> {
            Optional<FileState> before = fileIn(head, path.value());
            if (!before.equals(after)) {
                edits.add(new PlannedEdit(path, Optional.ofNullable(sources.get(path)), before, after));
            }
        });
        return edits;
    }

    private void undo(Undoing sync) {
        CachedTree before = new CachedTree(sync.before());
        CachedTree after = new CachedTree(sync.after());
        TreeSet<String> paths = new TreeSet<>();
        TreeDiff.between(before, after, path -> {
            if (sync.files().test(path)) {
                paths.add(path);
            }
        });
        TreeDiff.between(before, head, path -> {
            // The state as a whole: somebody may have deleted what the sync had left alone.
            if (sync.state().test(path)
                    && (before.find(path).isPresent() || after.find(path).isPresent())) {
                paths.add(path);
            }
        });
        paths.removeIf(path -> RepoPath.problemOf(path).isPresent());
        // What goes makes room for what comes back.
        for (boolean goes : new boolean[] {true, false}) {
            paths.stream()
                    .filter(path -> fileIn(before, path).isEmpty() == goes)
                    .forEach(path -> undo(RepoPath.of(path), sync, fileIn(before, path), fileIn(after, path)));
        }
    }

    private void undo(RepoPath path, Undoing sync, Optional<FileState> was, Optional<FileState> left) {
        Optional<FileState> now = changed.getOrDefault(path, fileIn(head, path.value()));
        if (sync.state().test(path.value()) || now.equals(left)) {
            put(path, was);
        } else if (!now.equals(was) && !was.equals(left)) {
            contend(path, sync, was, left, now);
        }
    }

    private void contend(
            RepoPath path, Undoing sync, Optional<FileState> was, Optional<FileState> left, Optional<FileState> now) {
        if (!isFile(was) || !isFile(left) || !isFile(now)) {
            stays(path, was, left, now);
            return;
        }
        FileMode mode = now.get().mode() == left.get().mode()
                ? was.get().mode()
                : now.get().mode();
        RevertMerge.Outcome merged =
                merged(path, left.get().id(), now.get().id(), was.get().id());
        if (merged instanceof RevertMerge.Outcome.Clean clean) {
            put(path, Optional.of(new FileState(mode, clean.blob())));
        } else if (sync.unmarked().test(path.value())) {
            stays(path, was, left, now);
        } else if (merged instanceof RevertMerge.Outcome.Conflicted marked) {
            put(path, Optional.of(new FileState(mode, marked.blob())));
            note(
                    path,
                    new PathNote(NoteKind.CONFLICT, path, "the same lines were edited since the sync", marked.lines()));
        } else {
            note(path, new PathNote(NoteKind.BINARY_CONFLICT, path, "edited since the sync"));
        }
    }

    private void stays(RepoPath path, Optional<FileState> was, Optional<FileState> left, Optional<FileState> now) {
        String sync = left.isEmpty() ? "deleted" : was.isEmpty() ? "added" : "changed";
        String since = now.isEmpty() ? "deleted" : left.isEmpty() ? "put back" : isFile(now) ? "edited" : "replaced";
        note(
                path,
                new PathNote(NoteKind.CHANGED_SINCE, path, "the sync had " + sync + " it; it was " + since + " since"));
    }

    private static boolean isFile(Optional<FileState> state) {
        return state.filter(file -> file.mode().isFile()).isPresent();
    }

    private RevertMerge.Outcome merged(RepoPath path, ObjectId left, ObjectId now, ObjectId was) {
        if (now.equals(left)) {
            return new RevertMerge.Outcome.Clean(was);
        }
        return was.equals(left) || was.equals(now)
                ? new RevertMerge.Outcome.Clean(now)
                : merge.merge(path, left, now, was);
    }

    private void put(RepoPath path, Optional<FileState> state) {
        if (state.isPresent() && isInTheWay(path)) {
            note(path, new PathNote(NoteKind.NOT_A_FILE, path, "there is no room to put it back"));
        } else {
            changed.put(path, state);
        }
    }

    /** Something that this very rollback does not take away. */
    private boolean isInTheWay(RepoPath path) {
        Optional<TreeEntry> above = head.fileAbove(path.value());
        if (above.isPresent()) {
            return !isGone(above.get().path());
        }
        List<String> below = new ArrayList<>();
        if (head.find(path.value())
                .filter(entry -> entry.mode() == FileMode.FOLDER)
                .isPresent()) {
            TreeFiles.below(head, path.value(), entry -> below.add(entry.path()));
        }
        return below.stream().anyMatch(file -> !isGone(file));
    }

    private boolean isGone(String path) {
        return RepoPath.problemOf(path).isEmpty()
                && changed.getOrDefault(RepoPath.of(path), Optional.of(new FileState(FileMode.REGULAR, head.id())))
                        .isEmpty();
    }

    private void note(RepoPath path, PathNote note) {
        notes.put(path, note);
    }

    private static Optional<FileState> fileIn(CachedTree tree, String path) {
        return tree.find(path).filter(entry -> entry.mode() != FileMode.FOLDER).map(TreeEntry::state);
    }
}
