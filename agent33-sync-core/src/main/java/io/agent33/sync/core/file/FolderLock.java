package io.agent33.sync.core.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to write into a folder: against the threads of this JVM and against other processes. Two runs
 * that meet would else both be right about what is open, and wrong together. The system takes it back from a process that
 * dies.
 */
public final class FolderLock {
    private static final String NAME = ".lock";
    private static final Duration PAUSE = Duration.ofMillis(5);
    /** A file lock belongs to the whole JVM, so threads need their own. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path folder;
    private final Duration patience;

    private FolderLock(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /** @param patience how long it is waited for others */
    public static FolderLock on(Path folder, Duration patience) {
        return new FolderLock(folder.toAbsolutePath().normalize(), patience);
    }

    /** What is done under the lock. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** @throws IOException if the work throws it, or others hold the lock for longer than the patience */
    public <T> T during(Work<T> work) throws IOException {
        Files.createDirectories(folder);
        ReentrantLock thread = THREADS.computeIfAbsent(folder, path -> new ReentrantLock());
        long end = System.nanoTime() + patience.toNanos();
        try {
            if (!thread.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw held();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try (FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel, end);
            return work.run();
        } finally {
            thread.unlock();
        }
    }

    /** It goes with the channel. */
    private void lock(FileChannel channel, long end) throws IOException {
        for (FileLock lock = channel.tryLock(); lock == null; lock = channel.tryLock()) {
            if (System.nanoTime() - end > 0) {
                throw held();
            }
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private IOException held() {
        return new IOException("another process or thread has held " + folder.resolve(NAME) + " for more than "
                + patience.toSeconds() + " s; end it");
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("the thread was interrupted while it waited for the folder", e);
    }
}
