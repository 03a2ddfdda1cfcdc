package io.agent33.sync.core.print;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.core.text.OneLine;
import java.util.List;
import java.util.Optional;

/** One file's change in git's extended diff form. */
final class FileDiff {
    private static final String NOWHERE = "/dev/null";

    private final Output out;
    private final BlobSource blobs;
    private final long limit;

    FileDiff(Output out, BlobSource blobs, long limit) {
        this.out = out;
        this.blobs = blobs;
        this.limit = limit;
    }

    void write(PlannedEdit edit) {
        if (changesType(edit)) {
            // Git has no word for it but to delete the one and to add the other.
            write(edit.path().value(), edit.before(), Optional.empty());
            write(edit.path().value(), Optional.empty(), edit.after());
        } else {
            write(edit.path().value(), edit.before(), edit.after());
        }
    }

    private static boolean changesType(PlannedEdit edit) {
        return edit.before().isPresent()
                && edit.after().isPresent()
                && edit.before().get().mode().isFile()
                        != edit.after().get().mode().isFile();
    }

    private void write(String path, Optional<FileState> before, Optional<FileState> after) {
        boolean sameContent = before.map(FileState::id).equals(after.map(FileState::id));
        FileText from = sameContent ? new FileText.Lines(List.of()) : FileText.read(before, blobs, limit);
        FileText to = sameContent ? from : FileText.read(after, blobs, limit);
        note(path, from);
        note(path, to);
        out.line("diff --git " + GitPath.prefixed("a/", path) + " " + GitPath.prefixed("b/", path));
        modes(before.map(FileState::mode), after.map(FileState::mode));
        if (sameContent) {
            return;
        }
        index(before, after);
        String left = before.isEmpty() ? NOWHERE : GitPath.ended("a/", path);
        String right = after.isEmpty() ? NOWHERE : GitPath.ended("b/", path);
        if (from instanceof FileText.Lines fromLines && to instanceof FileText.Lines toLines) {
            hunks(left, right, Hunk.between(fromLines.lines(), toLines.lines()));
        } else {
            out.line("Binary files " + left.stripTrailing() + " and " + right.stripTrailing() + " differ");
        }
    }

    /** A comment: git skips what stands before a header. */
    private void note(String path, FileText text) {
        if (text instanceof FileText.TooLarge large) {
            out.line("# " + OneLine.of(path) + ": " + large.bytes() + " bytes are not shown, the limit is " + limit);
        }
    }

    private void modes(Optional<FileMode> before, Optional<FileMode> after) {
        if (before.isEmpty()) {
            after.ifPresent(mode -> out.line("new file mode " + mode.octal()));
        } else if (after.isEmpty()) {
            out.line("deleted file mode " + before.get().octal());
        } else if (!before.equals(after)) {
            out.line("old mode " + before.get().octal());
            out.line("new mode " + after.get().octal());
        }
    }

    /** Whole ids, so that git can check what it applies, and apply a binary change whose result it has. */
    private void index(Optional<FileState> before, Optional<FileState> after) {
        String mode = before.isPresent() && before.map(FileState::mode).equals(after.map(FileState::mode))
                ? " " + before.get().mode().octal()
                : "";
        out.line("index " + id(before, after) + ".." + id(after, before) + mode);
    }

    private static String id(Optional<FileState> side, Optional<FileState> other) {
        return side.map(state -> state.id().hex())
                .orElseGet(() -> "0".repeat(other.orElseThrow().id().hex().length()));
    }

    private void hunks(String left, String right, List<Hunk> hunks) {
        if (!hunks.isEmpty()) {
            out.line("--- " + left);
            out.line("+++ " + right);
            hunks.forEach(hunk -> hunk.write(out));
        }
    }
}
