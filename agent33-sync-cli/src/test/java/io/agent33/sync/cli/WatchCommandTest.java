package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.cli.quickstart.SampleWorld;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class WatchCommandTest {
    @TempDir
    private Path folder;

    private String[] arguments(SampleWorld world, String... more) {
        List<String> arguments = new ArrayList<>(List.of("watch", "--publish-to=" + world.pullRequests()));
        arguments.addAll(world.options());
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    @Timeout(60)
    void itSyncsWhatIsDueUntilItIsInterrupted() throws IOException, InterruptedException {
        SampleWorld world = SampleWorld.create(folder);
        PipedReader said = new PipedReader();
        StringWriter err = new StringWriter();
        CommandLine command = AgentSync.commandLine("watch")
                .setOut(new PrintWriter(new PipedWriter(said), true))
                .setErr(new PrintWriter(err, true));
        AtomicInteger status = new AtomicInteger(-1);
        Thread thread = new Thread(() -> status.set(command.execute(arguments(world))));
        thread.start();

        BufferedReader lines = new BufferedReader(said);
        assertThat(lines.readLine()).isEqualTo("Sync for what is due");
        assertThat(lines.readLine()).isEqualTo("3 rules: 3 proposed");
        thread.interrupt();
        thread.join();

        assertThat(status).hasValue(0);
        assertThat(err.toString()).contains("watch: the upstream moved");
        assertThat(world.refs("org/webapp")).contains("refs/heads/agent33-sync/v1.1.0/webapp-orchestrator ");
    }

    @ParameterizedTest
    @CsvSource({
        "--poll-every=5, expected a number and s; m; h or d",
        "--poll-every=-5m, expected a number and s; m; h or d",
        "--check-every=1w, expected a number and s; m; h or d",
        "--poll-every=0s, pollEvery: expected a second or more",
        "--check-every=0d, checkEvery: expected a second or more",
        "--format=diff, --format diff is for plans"
    })
    void whatIsNoTimeIsWrongUse(String option, String complaint) {
        var result = Cli.run(arguments(SampleWorld.create(folder), option));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(complaint.replace(';', ','));
    }
}
