package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    @Test
    void theCommandIsInterruptedAndWaitedFor() {
        var finished = new AtomicBoolean();
        var said = new StringWriter();
        Thread command = new Thread(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                finished.set(true);
            }
        });
        command.start();

        Interruption.stop(command, new PrintWriter(said));

        assertThat(finished).isTrue();
        assertThat(said.toString()).startsWith("agent33-sync: interrupted; waiting for the step at hand");
    }
}
