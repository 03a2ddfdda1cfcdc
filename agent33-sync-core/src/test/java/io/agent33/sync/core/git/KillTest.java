package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.core.git.SyncProcess.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process, killed in the middle of a run, and started again: S14. All kills happen to one world and its twin, to which
 * nothing happens, release after release: what a kill left would pile up.
 */
class KillTest {
    private static final long SEED = 33;
    private static final long LONGEST_NANOS = 3_000_000;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Map<Phase, Integer> kills = new EnumMap<>(Phase.class);
    private final Map<Phase, Integer> usual = new EnumMap<>(Phase.class);
    private int killed;
    private int between;
    private int left;
    private int release;

    @Test
    @Tag("thorough")
    void aProcessThatIsKilledIsMadeUpForByTheNextRun() throws Exception {
        LocalWorld world = new LocalWorld(folder.resolve("world"), 2);
        LocalWorld twin = new LocalWorld(folder.resolve("twin"), 2);

        for (Phase phase : List.of(Phase.PUSH, Phase.PUBLISH)) {
            kill(world, phase, 2);
            assertMadeUpFor(world, twin);
        }
        world.assertSound();
    }

    @Test
    @Tag("slow")
    void aProcessThatIsKilledAnyOfTwoHundredTimesIsMadeUpForByTheNextRun() throws Exception {
        int wanted = Integer.getInteger("tests.kills", 200);
        LocalWorld world = new LocalWorld(folder.resolve("world"), 20);
        LocalWorld twin = new LocalWorld(folder.resolve("twin"), 20);
        long start = System.nanoTime();

        while (killed < wanted || leastKilled().getValue() < wanted / 10) {
            Phase phase = leastKilled().getKey();
            kill(world, phase, 1 + random.nextInt(usual.getOrDefault(phase, 1)));
            assertMadeUpFor(world, twin);
            if (release % 10 == 0) {
                world.assertSound();
                world.merge();
                twin.merge();
            }
        }
        world.assertSound();
        System.out.println("killed " + killed + " processes in " + (System.nanoTime() - start) / 1_000_000_000L
                + " s, within " + kills + ", between two steps " + between + "; files left and swept " + left + "; "
                + release + " releases, seed " + SEED);
    }

    private Map.Entry<Phase, Integer> leastKilled() {
        return Stream.of(Phase.values())
                .map(phase -> Map.entry(phase, kills.getOrDefault(phase, 0)))
                .min(Comparator.comparing(Map.Entry::getValue))
                .orElseThrow();
    }

    private void kill(LocalWorld world, Phase phase, int nth) throws IOException, InterruptedException {
        Killing killing = Killing.of(world.folder(), phase, nth, (long) (random.nextDouble() * LONGEST_NANOS));
        for (Phase begun : Phase.values()) {
            usual.merge(begun, Math.max(1, killing.begun(begun)), Math::max);
        }
        if (!killing.done()) {
            killed++;
            killing.within().forEach(within -> kills.merge(within, 1, Integer::sum));
            between += killing.within().isEmpty() ? 1 : 0;
        }
    }

    /** And goes on to the next release. */
    private void assertMadeUpFor(LocalWorld world, LocalWorld twin) throws IOException {
        String about = "release " + release + ", kill " + killed + " of seed " + SEED + ", " + kills;
        // Some of it may belong to somebody who is still at work, for all the next run knows, so that it waits for a
        // while.
        left += world.litter().size();
        world.age();
        SyncReport report = world.run();
        assertThat(report.successful()).as(about + "\n" + report).isTrue();
        assertThat(twin.run().successful()).isTrue();
        assertThat(world.state().branches()).as(about).isEqualTo(twin.state().branches());
        assertThat(world.state().pullRequests())
                .as(about)
                .isEqualTo(twin.state().pullRequests());
        world.assertOneProposalEach(release);
        assertThat(world.litter()).as(about).isEmpty();
        release++;
        world.release(release);
        twin.release(release);
    }
}
