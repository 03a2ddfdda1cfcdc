package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An {@link OtherProcess} that does one small sync after the other, in a home of its own. */
final class SyncingProcess {
    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;

    private SyncingProcess(Process process) {
        this.process = process;
        this.orders = process.outputWriter(UTF_8);
        this.answers = process.inputReader(UTF_8);
    }

    static SyncingProcess start(Path home) throws IOException {
        return new SyncingProcess(OtherProcess.builder(
                        OtherProcess.class,
                        Map.of("HOME", home.toString()),
                        List.of("-Duser.home=" + home),
                        List.of("syncs"))
                .start());
    }

    /** What it prints. */
    String sync(OtherProcess.Order order) throws IOException {
        orders.write(order.line());
        orders.newLine();
        orders.flush();
        StringBuilder printed = new StringBuilder();
        String line = answers.readLine();
        while (line != null && !line.equals(OtherProcess.END)) {
            printed.append(line).append('\n');
            line = answers.readLine();
        }
        return printed.toString();
    }

    /** Its status. */
    int end() throws IOException, InterruptedException {
        orders.close();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
