package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.trigger.SyncTrigger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan's digest covers, and what it does not: S2. */
class DigestTest {
    private final World world = new World();

    @BeforeEach
    void releaseOne() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
    }

    private String digest() {
        return world.plan(SyncTrigger.due()).digest();
    }

    @Test
    void aDownstreamThatMovesElsewhereKeepsThePlanValid() {
        String before = digest();
        world.webapp().commit("elsewhere").file("src/x", "y\n");

        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void whatIsExpectedAtATouchedPathIsCovered() {
        world.syncAndMerge();
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");
        world.webapp().commit("lost").delete(".agent33-sync-state/docs/baseline/docs/a.md");
        String absent = digest();
        world.webapp().commit("other").file(".agent33-sync-state/docs/baseline/docs/a.md", "junk\n");

        assertThat(digest()).isNotEqualTo(absent);
    }

    @Test
    void contentTextAndReleaseAreCovered() {
        String first = digest();
        world.rules(World.rule("docs").targetPath("other").build());
        String elsewhere = digest();
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");
        String newer = digest();

        assertThat(first).isNotEqualTo(elsewhere).isNotEqualTo(newer);
        assertThat(elsewhere).isNotEqualTo(newer);
    }

    @Test
    void nothingToDoHasADigestToo() {
        world.syncAndMerge();

        assertThat(digest()).hasSize(64);
    }
}
