package io.agent33.sync.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path folder;

    @Test
    void whoeverHoldsItTooLongIsNamedByItsFile() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> holding = other.submit(
                    () -> FolderLock.on(folder, Duration.ofMinutes(1)).during(() -> {
                        held.countDown();
                        return waited(end);
                    }));
            held.await();

            assertThatIOException()
                    .isThrownBy(
                            () -> FolderLock.on(folder, Duration.ofMillis(20)).during(() -> true))
                    .withMessageContaining(folder.resolve(".lock").toString());
            end.countDown();

            assertThat(holding.get()).isTrue();
            assertThat(FolderLock.on(folder, Duration.ofMinutes(1)).during(() -> true))
                    .isTrue();
        } finally {
            other.shutdownNow();
        }
    }

    private static boolean waited(CountDownLatch end) throws IOException {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void whatFailsUnderItLetsItGo() throws IOException {
        FolderLock lock = FolderLock.on(folder, Duration.ofMillis(50));
        assertThatIOException()
                .isThrownBy(() -> lock.during(() -> {
                    throw new IOException("on purpose");
                }));

        assertThat(lock.during(() -> true)).isTrue();
    }
}
