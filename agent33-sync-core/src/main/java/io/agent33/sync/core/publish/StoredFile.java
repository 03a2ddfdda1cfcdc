package io.agent33.sync.core.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A text file that is replaced as a whole or not at all. The new content waits in a file of always the same name beside
 * it, so that an interrupted process leaves no litter that the next one would not take away.
 */
final class StoredFile {
    private static final String WAITING = ".publishing.tmp";

    private final Path path;

    private StoredFile(Path path) {
        this.path = path;
    }

    static StoredFile at(Path path) {
        return new StoredFile(path);
    }

    /** Its content; bytes that are not UTF-8 become U+FFFD. Empty if there is no file. */
    Optional<String> read() throws IOException {
        try {
            return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Returns whether it had to be written, because it said something else or was not there. */
    boolean write(String content) throws IOException {
        if (read().filter(content::equals).isPresent()) {
            return false;
        }
        Path waiting = path.resolveSibling(WAITING);
        Files.writeString(
                waiting,
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(waiting, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }
}
