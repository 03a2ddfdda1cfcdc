package io.agent33.sync.core.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** What the cache asks of the file system. */
final class CacheFolder {
    private static final String TAG = "CACHEDIR.TAG";

    /** By its first line, backups know that they can leave the folder out. */
    private static final String TAG_TEXT = """
            Signature: 8a477f597d28d172789f06886806bc55
            # What agent33-sync fetched. It can be deleted whenever agent33-sync does not run.
            """;

    private CacheFolder() {}

    /** The cache itself, for its user alone: repositories may be private. */
    static Path create(Path folder) throws IOException {
        Path tag = folder.resolve(TAG);
        if (Files.exists(tag)) {
            return folder;
        }
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        replace(tag, TAG_TEXT);
        return folder;
    }

    /** Gives the file this content, all at once. */
    static void replace(Path file, String text) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(parent, "new-", ".tmp");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** What lies in a folder; nothing if there is none. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    /** Deletes a folder with all that is in it, as far as the system lets it. */
    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return deleted(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) {
                return deleted(visited);
            }
        });
    }

    private static FileVisitResult deleted(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Still open somewhere (Windows): it is deleted the next time.
            return FileVisitResult.CONTINUE;
        }
        return FileVisitResult.CONTINUE;
    }
}
