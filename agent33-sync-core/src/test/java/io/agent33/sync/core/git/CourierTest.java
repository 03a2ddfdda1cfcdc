package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        never.countDown();
    }

    private boolean block() throws InterruptedException {
        never.await();
        return true;
    }

    @Test
    void workIsDoneOnOneThreadOfItsOwn() throws IOException {
        Courier courier = new Courier(Duration.ofMinutes(1));

        Thread first = courier.run(Thread::currentThread);
        Thread second = courier.run(Thread::currentThread);
        courier.end(() -> {});

        assertThat(first).isSameAs(second).isNotSameAs(Thread.currentThread());
        assertThat(first.isDaemon()).isTrue();
    }

    @Test
    void failuresComeThroughAsTheyAre() {
        Courier courier = new Courier(Duration.ofMinutes(1));

        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> courier.run(() -> {
                    throw new FileNotFoundException("gone");
                }));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> courier.run(() -> {
                    throw new UnsupportedOperationException();
                }));
        courier.end(() -> {});
    }

    @Test
    void whatDoesNotEndIsLeftBehind() {
        Courier courier = new Courier(Duration.ofMillis(20));

        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> courier.run(this::block))
                .withMessageContaining("had not ended");
        assertThatIOException().isThrownBy(() -> courier.run(() -> true)).withMessageContaining("given up");
        courier.end(() -> {
            throw new AssertionError("nobody is there to do it");
        });
    }

    @Test
    void aPartOfItCanHaveALimitOfItsOwn() {
        Courier courier = new Courier(Duration.ofMinutes(1));

        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> courier.run(this::block, Duration.ofMillis(20)));
    }

    /** {@code ssh} waits for minutes for a greeting, whatever it is told. */
    @Test
    void openingTakesNoLongerThanAFewWordsOrTheDeadline() {
        Access access = Access.DEFAULT.timeout(Duration.ofSeconds(2));

        assertThat(access.opening()).isEqualTo(Duration.ofSeconds(20));
        assertThat(access.deadline(Duration.ofSeconds(5)).opening()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whoWaitsCanBeInterrupted() {
        Courier courier = new Courier(Duration.ofMinutes(1));
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> courier.run(this::block))
                .satisfies(e -> assertThat(Interrupts.caused(e)).isTrue());
        assertThat(Thread.interrupted()).isFalse();
    }
}
