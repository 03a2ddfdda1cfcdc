package io.agent33.sync.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PluginCallsTest {
    private final PluginCalls calls = new PluginCalls(Duration.ofSeconds(20));

    @Test
    void anAnswerComesBackFromADaemonWithTheCallersClassLoader() {
        ClassLoader mine = Thread.currentThread().getContextClassLoader();

        String answer = calls.call(
                "transform \"x\"",
                () -> Thread.currentThread().isDaemon() + " "
                        + (Thread.currentThread().getContextClassLoader() == mine));

        assertThat(answer).isEqualTo("true true");
        assertThat(calls.leftBehind()).isZero();
    }

    @Test
    void whatThrowsAndWhatAnswersNothingIsNamed() {
        assertThatThrownBy(() -> calls.call("transform \"x\" for a.md", () -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("transform \"x\" for a.md")
                .hasMessageContaining("StackOverflowError: deep");
        assertThatThrownBy(() -> calls.call("transform \"x\"", () -> null))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("found null");
    }

    @Test
    void anExhaustedHeapIsNotThePluginsToExplain() {
        assertThatThrownBy(() -> calls.call("x", () -> {
                    throw new OutOfMemoryError("seeded");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void whatDoesNotComeBackIsLeftBehindAndCounted() {
        CountDownLatch end = new CountDownLatch(1);
        PluginCalls impatient = new PluginCalls(Duration.ofMillis(1));

        assertThatThrownBy(() -> impatient.call("transform \"slow\"", () -> uninterruptibly(end)))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("transform \"slow\"")
                .hasMessageContaining("1 such calls are left behind");

        assertThat(impatient.leftBehind()).isEqualTo(1);
        end.countDown();
    }

    @Test
    void anInterruptOfTheCallerEndsTheWaitAndIsKept() {
        CountDownLatch end = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> calls.call("transform \"slow\"", () -> uninterruptibly(end)))
                .isInstanceOf(PluginException.class);

        assertThat(Thread.interrupted()).isTrue();
        end.countDown();
    }

    /** A plugin that does not listen. */
    private static String uninterruptibly(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return "late";
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }
}
