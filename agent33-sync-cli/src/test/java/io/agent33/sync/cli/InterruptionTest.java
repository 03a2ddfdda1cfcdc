package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

    /** The upstream accepts the connection and says nothing. */
    @Test
    @Timeout(60)
    void aSignalEndsTheProcessInWords(@TempDir Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("stderr");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = Cli.process(
                            List.of(),
                            "plan",
                            "--upstream=http://localhost:" + server.getLocalPort() + "/a/b.git",
                            "--downstream-url=x/{repo}.git",
                            "--cache=" + folder.resolve("cache"))
                    .redirectError(said.toFile())
                    .start();
            try (var connection = server.accept()) {
                process.destroy();

                assertThat(process.waitFor()).isNotZero();
                assertThat(connection.isConnected()).isTrue();
                assertThat(Files.readString(said))
                        .startsWith("agent33-sync: interrupted; waiting for the step at hand")
                        .contains("agent33-sync: a/b ")
                        .doesNotContain("\tat ");
            }
        }
    }
}
