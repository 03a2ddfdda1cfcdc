package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.internal.storage.file.RefDirectory;
import org.eclipse.jgit.internal.storage.file.ReflogWriter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.util.FileUtils;

/**
 * Moves, makes or deletes a reference that git keeps in a file of its own or in {@code packed-refs}, with git's own locks and
 * in git's own order. JGit can do all that, but makes its locks in a way that nobody can tell from anybody else's.
 */
final class RefFiles {
    /** Else JGit asks the network for the name of this machine. */
    static final PersonIdent LOGGED_AS = new PersonIdent("agent33-sync", "");

    private final RefDirectory database;
    private final RefChange change;
    private final MarkedLocks locks;
    private final Path file;
    private final Path packed;

    RefFiles(PinnedRepository repository, RefDirectory database, RefChange change, MarkedLocks locks) {
        Path gitDir = repository.getCommonDirectory().toPath();
        this.database = database;
        this.change = change;
        this.locks = locks;
        this.file = gitDir.resolve(change.ref());
        this.packed = gitDir.resolve(Constants.PACKED_REFS);
    }

    /** Whether it is done; if not, another has a lock, or the reference moved. */
    boolean attempt() throws IOException {
        if (!locks.take(file)) {
            return false;
        }
        try {
            return change.deletes() ? delete() : write();
        } finally {
            locks.release(file);
            if (change.deletes()) {
                prune(file);
            }
        }
    }

    private boolean isAsExpected() throws IOException {
        return change.settledIn(database).isEmpty();
    }

    private boolean write() throws IOException {
        if (!isAsExpected()) {
            return false;
        }
        new ReflogWriter(database).log(change.ref(), change.expected(), change.wanted(), LOGGED_AS, "push");
        // What is in the lock was there from the first moment.
        FileUtils.rename(MarkedLocks.of(file).toFile(), file.toFile(), StandardCopyOption.ATOMIC_MOVE);
        locks.committed(file);
        return true;
    }

    private boolean delete() throws IOException {
        if (!locks.take(packed)) {
            return false;
        }
        try {
            if (!isAsExpected()) {
                return false;
            }
            // In this order, or what is packed would come to light again for a moment.
            deletePacked();
            Path log = database.logFor(change.ref()).toPath();
            deleteFile(log);
            prune(log);
            deleteFile(file);
            return true;
        } finally {
            locks.release(packed);
        }
    }

    private void deletePacked() throws IOException {
        if (Files.notExists(packed)) {
            return;
        }
        List<String> lines = Files.readAllLines(packed, ISO_8859_1);
        List<String> kept = without(new String(change.ref().getBytes(UTF_8), ISO_8859_1), lines);
        if (kept.size() < lines.size()) {
            try (FileChannel channel =
                    FileChannel.open(locks.draft(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(ISO_8859_1.encode(String.join("\n", kept) + "\n"));
                channel.force(true);
            }
            FileUtils.rename(locks.draft().toFile(), packed.toFile(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The lines without that of the reference, and without the one after it that says what its tag points to. */
    private static List<String> without(String ref, List<String> lines) {
        List<String> kept = new ArrayList<>();
        boolean dropped = false;
        for (String line : lines) {
            dropped = line.startsWith("^") ? dropped : line.endsWith(" " + ref) && !line.startsWith("#");
            if (!dropped) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static void deleteFile(Path file) throws IOException {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(file);
        }
    }

    /** Takes folders away that have become empty, or they would be in the way of a branch of their name. */
    private static void prune(Path gone) throws IOException {
        Path folder = gone.resolveSibling("");
        try {
            for (; !folder.endsWith(Constants.R_HEADS); folder = folder.resolveSibling("")) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException e) {
            // Others live there.
            return;
        }
    }
}
