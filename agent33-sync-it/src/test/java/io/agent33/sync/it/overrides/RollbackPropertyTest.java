package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * S12's law on generated worlds in memory: after a sync and its rollback the tree is what it was before, less the log and the
 * memory; what others did since is all still there, and what could not be undone for it is listed.
 */
class RollbackPropertyTest {
    private static final int QUICK = 120;
    private static final int SLOW = 5_000;

    @Test
    void aRollbackRestoresWhatWasThereAndKeepsWhatCameSince() {
        assertLawful(LongStream.range(0, QUICK));
    }

    @Test
    @Tag("slow")
    void aRollbackRestoresWhatWasThereManyTimes() {
        assertLawful(LongStream.range(QUICK, QUICK + SLOW));
    }

    private static void assertLawful(LongStream seeds) {
        long[] played =
                seeds.parallel().filter(seed -> new RollbackStory(seed).holds()).toArray();
        // Now and then a release changes nothing, or blocks for what people did.
        assertThat(played).hasSizeGreaterThan(QUICK / 2);
    }
}
