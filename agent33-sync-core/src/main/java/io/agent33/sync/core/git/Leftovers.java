package io.agent33.sync.core.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files that killed processes left in the middle of writing. Others write beside us without a lock, so a file is taken for
 * one of them only if nobody has touched it for longer than any work takes.
 */
final class Leftovers {
    private static final Duration LEFT_ALONE = Duration.ofHours(1);
    /** JGit's loose objects, and what {@link CacheFolder#replace} writes. */
    private static final Pattern IN_CACHE = Pattern.compile("noz[0-9]+\\.tmp|new-[0-9]+\\.tmp");
    /** Ours, and not the packs that git itself is about to receive. */
    private static final Pattern IN_PACKS = Pattern.compile(PackCopy.UNFINISHED + "[0-9a-f-]{36}\\.(pack|idx)");

    private Leftovers() {}

    /** In a cached repository. */
    static void sweepCache(Path gitDir) throws IOException {
        for (Path folder : List.of(gitDir, gitDir.resolve("objects"), gitDir.resolve("objects/info"))) {
            sweep(folder, IN_CACHE);
        }
    }

    /** In the folder of packs of any repository. */
    static void sweepPacks(Path packs) throws IOException {
        sweep(packs, IN_PACKS);
    }

    private static void sweep(Path folder, Pattern names) throws IOException {
        Instant youngest = Instant.now().minus(LEFT_ALONE);
        for (Path file : CacheFolder.list(folder)) {
            if (names.matcher(file.getFileName().toString()).matches() && isOlder(file, youngest)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isOlder(Path file, Instant youngest) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(youngest);
        } catch (NoSuchFileException e) {
            // Whoever wrote it is alive and done.
            return false;
        }
    }
}
