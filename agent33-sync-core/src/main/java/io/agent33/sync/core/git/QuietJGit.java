package io.agent33.sync.core.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.storage.file.WindowCacheStats;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.eclipse.jgit.util.sha1.SHA1;

/**
 * Opens repositories without regard to what a user or a system configured for git, and without a trace outside of them.
 *
 * <p>JGit asks one reader for the whole JVM. It is exchanged here for the moment of an opening only; other threads get their
 * host's own answers meanwhile.
 */
final class QuietJGit {
    /** Coarser than any file system in use but FAT, and fine enough not to read a file again and again. */
    static final String TIME_STAMPS = "50 ms";

    private static final int MEBIBYTE = 1 << 20;
    private static boolean ready;

    private QuietJGit() {}

    /** What is done quietly. */
    @FunctionalInterface
    interface Opening<T> {
        T open() throws IOException;
    }

    /** Not to be entered again from within. */
    static synchronized <T> T open(Path near, Opening<T> opening) throws IOException {
        SystemReader host = SystemReader.getInstance();
        SystemReader.setInstance(new QuietReader(host, Thread.currentThread()));
        try {
            prepare();
            if (Files.isDirectory(near)) {
                FS.getFileStoreAttributes(near);
            }
            return opening.open();
        } finally {
            SystemReader.setInstance(host);
        }
    }

    /** Has JGit ask now what it asks once, and keeps big files out of a small heap. */
    private static void prepare() {
        if (!ready) {
            SHA1.newInstance();
            FS.DETECTED.supportsAtomicCreateNewFile();
            spareMemory(Runtime.getRuntime().maxMemory());
            // Its first use asks whether it shall be seen by JMX, for which JGit would start a git process.
            WindowCacheStats.getStats();
            ready = true;
        }
    }

    /** JGit reads blobs of up to 50 MiB whole; with less heap than that bears, it shall stream smaller ones too. */
    private static void spareMemory(long heap) {
        WindowCacheConfig config = new WindowCacheConfig();
        long bearable = Math.max(MEBIBYTE, heap / 32);
        if (bearable < config.getStreamFileThreshold()) {
            config.setStreamFileThreshold((int) bearable);
            config.install();
        }
    }
}
