package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The thread that watches. */
@Timeout(60)
class WatchLoopTest {
    private static final Duration LONG = Duration.ofDays(1);

    private final WatchLoop loop = new WatchLoop();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicBoolean flag = new AtomicBoolean();

    private Thread start(CountDownLatch turned, Duration idle) {
        Thread thread = new Thread(() -> {
            loop.run(() -> {
                turns.incrementAndGet();
                turned.countDown();
                return idle;
            });
            flag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        return thread;
    }

    @Test
    void itEndsWhenItIsClosedAndLeavesTheThreadAsItWas() throws InterruptedException {
        CountDownLatch turned = new CountDownLatch(1);
        Thread thread = start(turned, LONG);
        turned.await();

        assertThat(loop.close(LONG)).isTrue();

        thread.join();
        assertThat(turns).hasValue(1);
        assertThat(flag).isFalse();
    }

    @Test
    void itEndsWhenItsThreadIsInterruptedAndSaysSo() throws InterruptedException {
        CountDownLatch turned = new CountDownLatch(1);
        Thread thread = start(turned, LONG);
        turned.await();

        thread.interrupt();

        thread.join();
        assertThat(flag).isTrue();
    }

    @Test
    void whoRingsIsAnsweredAtOnce() throws InterruptedException {
        CountDownLatch turned = new CountDownLatch(3);
        Thread thread = start(turned, LONG);

        // A ring during a turn counts too: the next turn does not wait.
        while (turned.getCount() > 0) {
            loop.ring();
        }

        turned.await();
        loop.close(LONG);
        thread.join();
        assertThat(turns.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aTurnThatIsBeingTakenIsCutShort() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Thread thread = new Thread(() -> loop.run(() -> {
            working.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                flag.set(true);
            }
            return Duration.ZERO;
        }));
        thread.start();
        working.await();

        assertThat(loop.close(LONG)).isTrue();

        thread.join();
        assertThat(flag).isTrue();
    }

    @Test
    void whatIsClosedTakesNoTurn() {
        assertThat(loop.close(LONG)).isTrue();

        loop.run(() -> {
            throw new IllegalStateException("a turn");
        });

        assertThat(loop.close(LONG)).isTrue();
    }

    @Test
    void itMayBeClosedByItsOwnTurn() {
        loop.run(() -> {
            turns.incrementAndGet();
            assertThat(loop.close(LONG)).isTrue();
            return Duration.ZERO;
        });

        assertThat(turns).hasValue(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aSecondThreadIsRefused() {
        loop.run(() -> {
            assertThatThrownBy(() -> loop.run(() -> LONG)).isInstanceOf(IllegalStateException.class);
            loop.close(LONG);
            return Duration.ZERO;
        });
        assertThat(turns).hasValue(0);
    }

    @Test
    void aStubbornTurnIsNotWaitedForForEver() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        AtomicBoolean enough = new AtomicBoolean();
        Thread thread = new Thread(() -> loop.run(() -> {
            working.countDown();
            while (!enough.get()) {
                Thread.onSpinWait();
            }
            return Duration.ZERO;
        }));
        thread.start();
        working.await();

        assertThat(loop.close(Duration.ofMillis(1))).isFalse();

        enough.set(true);
        thread.join();
    }
}
