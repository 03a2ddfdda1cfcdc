package io.agent33.sync.core.git;

import io.agent33.sync.api.error.RepositoryException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to change what one file stands for: against the threads of this JVM, and against other processes. The system
 * takes it back from a process that dies, so there is no such thing as a stale one.
 */
final class CacheLock {
    /** A file lock belongs to the whole JVM, so threads need their own. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private CacheLock() {}

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Not to be entered again from within.
     *
     * @throws RepositoryException {@code STORAGE} if others hold it for longer than {@code patience}
     */
    static <T> T on(Path file, Duration patience, Work<T> work) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        ReentrantLock thread = THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
        if (!tryLock(thread, patience)) {
            throw held(file, patience);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel, file, patience, end);
            return work.run();
        } finally {
            thread.unlock();
        }
    }

    private static boolean tryLock(ReentrantLock thread, Duration patience) throws IOException {
        try {
            return thread.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw Interrupts.during("the wait for the cache", e);
        }
    }

    /** It goes with the channel. */
    private static void lock(FileChannel channel, Path file, Duration patience, long end) throws IOException {
        Duration pause = FIRST_PAUSE;
        for (FileLock lock = channel.tryLock(); lock == null; lock = channel.tryLock()) {
            if (System.nanoTime() - end > 0) {
                throw held(file, patience);
            }
            Interrupts.sleep(pause, "the wait for the cache");
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    private static RepositoryException held(Path file, Duration patience) {
        return new RepositoryException(
                RepositoryException.Reason.STORAGE,
                "the cache is locked: another process or thread has held " + file + " for more than "
                        + patience.toSeconds() + " s; end that process, or give each its own cache");
    }
}
