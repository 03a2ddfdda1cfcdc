package io.agent33.sync.core.git;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Git's locks on files of one repository, each a hard link of one mark: made at once with what is in it, and afterwards
 * without doubt one of these.
 */
final class MarkedLocks implements AutoCloseable {
    /** What is done when all is closed. */
    @FunctionalInterface
    interface End {
        void run() throws IOException;
    }

    private final Path mark;
    private final End end;
    private final Set<Path> held = new HashSet<>();

    /** @param mark where to link from; not there yet */
    MarkedLocks(Path mark, End end) {
        this.mark = mark;
        this.end = end;
    }

    /** The lock of a file, as git calls it. */
    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    /** A file of ours, on the same disk as the mark, to write what shall take the place of another file. */
    Path draft() {
        return draft(mark);
    }

    private static Path draft(Path mark) {
        return mark.resolveSibling(mark.getFileName() + ".new");
    }

    /** Whether the file is ours to change now; if not, another has its lock. */
    boolean take(Path file) throws IOException {
        Path lock = of(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            link(lock);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            // Another has it, or took the folder away that had become empty.
            return false;
        }
        held.add(lock);
        return true;
    }

    private void link(Path lock) throws IOException {
        try {
            Files.createLink(lock, mark);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // There are disks without links. Nobody will know then whose it was, and it is left alone.
            Files.copy(mark, lock);
        }
    }

    /** Gives it back, if it was taken and did not become the file itself. */
    void release(Path file) throws IOException {
        Path lock = of(file);
        if (held.remove(lock)) {
            Files.deleteIfExists(lock);
        }
    }

    /** The lock has become the file. */
    void committed(Path file) {
        held.remove(of(file));
    }

    /** Gives back what is still held. */
    @Override
    public void close() throws IOException {
        for (Path lock : Set.copyOf(held)) {
            Files.deleteIfExists(lock);
        }
        held.clear();
        clear(mark);
        end.run();
    }

    /** Removes what somebody left who had this mark and is dead, and no lock of anybody else. */
    static void removeLeft(Path mark, List<Path> locks) throws IOException {
        if (Files.exists(mark)) {
            for (Path lock : locks) {
                if (isLink(lock, mark)) {
                    Files.deleteIfExists(lock);
                }
            }
        }
        clear(mark);
    }

    private static boolean isLink(Path lock, Path mark) throws IOException {
        try {
            return Files.isSameFile(lock, mark);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void clear(Path mark) throws IOException {
        Files.deleteIfExists(draft(mark));
        Files.deleteIfExists(mark);
    }
}
