package io.agent33.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.print.OutputFormat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library prints nothing of its own accord: what there is to say is in values, events and logs. */
class SilenceTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final World world = new World();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, UTF_8));
        System.setErr(new PrintStream(printed, true, UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void plansAndRunsPrintNothingWhateverBecomesOfThem() {
        world.downstreams.create("org/gone").vanish();
        world.rules(
                World.rule("docs").build(),
                World.rule("gone").targetRepo("org/gone").build(),
                World.rule("no-such-branch").targetPath("b").branch("none").build());
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        StringBuilder asked = new StringBuilder();

        SyncEngine engine = world.engine().build();
        engine.print(engine.plan(SyncTrigger.release()), OutputFormat.DIFF, asked);
        engine.print(engine.run(), OutputFormat.TEXT, asked);
        engine.close();

        assertThat(asked).contains("docs: proposed", "gone: failed");
        assertThat(printed.toString(UTF_8)).isEmpty();
    }
}
