package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.SyncReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that know nothing of each other, on the same cache and the same downstreams at once: S14. */
class MeetingTest {
    private static final int DOWNSTREAMS = 3;

    @TempDir
    private Path folder;

    @Test
    void enginesThatMeetEndInOneBranchAndOnePullRequest() throws Exception {
        LocalWorld world = new LocalWorld(folder.resolve("world"), DOWNSTREAMS);
        LocalWorld alone = new LocalWorld(folder.resolve("alone"), DOWNSTREAMS);

        for (int release = 1; release <= 2; release++) {
            for (SyncReport report : atOnce(world, 3)) {
                assertThat(report.successful()).as(report.toString()).isTrue();
            }
            assertThat(alone.run().successful()).isTrue();
            assertThat(world.state()).isEqualTo(alone.state());
            world.assertOneProposalEach(release - 1);
            world.release(release);
            alone.release(release);
        }
        world.assertSound();
        assertThat(world.litter()).isEmpty();
    }

    private static List<SyncReport> atOnce(LocalWorld world, int engines) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(engines);
        try {
            CyclicBarrier start = new CyclicBarrier(engines);
            List<Future<SyncReport>> runs = new ArrayList<>();
            for (int i = 0; i < engines; i++) {
                runs.add(threads.submit(() -> {
                    start.await();
                    return world.run();
                }));
            }
            List<SyncReport> reports = new ArrayList<>();
            for (Future<SyncReport> run : runs) {
                reports.add(run.get());
            }
            return reports;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Tag("thorough")
    void processesThatMeetEndInOneBranchAndOnePullRequest() throws Exception {
        LocalWorld world = new LocalWorld(folder.resolve("world"), DOWNSTREAMS);
        LocalWorld alone = new LocalWorld(folder.resolve("alone"), DOWNSTREAMS);
        List<Process> processes = List.of(SyncProcess.waiting(world.folder()), SyncProcess.waiting(world.folder()));

        for (Process process : processes) {
            process.getOutputStream().close();
        }
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(output).endsWith("DONE\n").doesNotContain("Exception", "WARN", "ERROR");
        }

        assertThat(alone.run().successful()).isTrue();
        assertThat(world.state()).isEqualTo(alone.state());
        world.assertSound();
        assertThat(world.litter()).isEmpty();
    }
}
