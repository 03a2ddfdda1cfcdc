package io.agent33.sync.core.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.lib.Constants;

/**
 * What is about to be changed in a repository on this machine, noted in the cache. Git's lock files outlive a killed
 * process and then stop everyone; by the note the next run knows which of them are its own, and removes them.
 */
final class PushIntent {
    /** A change takes milliseconds; a lock that is younger than that belongs to somebody else. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Path note;
    private final Path gitDir;

    PushIntent(Mirror from, PinnedRepository to) {
        this.note = from.gitDir().resolve("pushing");
        this.gitDir = to.getCommonDirectory().toPath();
    }

    void declare(RefChange change) throws IOException {
        CacheFolder.replace(note, change.ref() + "\n" + change.wanted().name() + "\n");
    }

    void clear() throws IOException {
        Files.deleteIfExists(note);
    }

    /** To be called under the lock of the mirror: whoever left a note is then dead. */
    void recover() throws IOException {
        if (Files.exists(note)) {
            List<String> lines = Files.readAllLines(note);
            FileTime declared = Files.getLastModifiedTime(note);
            if (lines.size() == 2 && lines.get(0).startsWith(Constants.R_REFS)) {
                removeIfOurs(gitDir.resolve(lines.get(0) + ".lock"), declared);
                removeIfOurs(gitDir.resolve("packed-refs.lock"), declared);
            }
            clear();
        }
    }

    private static void removeIfOurs(Path lock, FileTime declared) throws IOException {
        if (Files.exists(lock)) {
            Instant made = Files.getLastModifiedTime(lock).toInstant();
            Instant from = declared.toInstant();
            // Both clocks are the file system's, or two that differ little.
            if (made.isAfter(from.minusSeconds(1)) && made.isBefore(from.plus(LONGEST))) {
                Files.deleteIfExists(lock);
            }
        }
    }
}
