package io.agent33.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.print.OutputFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The validator of schemas would warn of them in the log, which goes to standard error where nobody sets it up. */
    @Test
    void keywordsThatNoSchemaKnowsAreNoWarning() throws IOException {
        world.rules(World.rule("docs").build());
        world.upstream
                .commit("a")
                .file(
                        "core/draft.json",
                        "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"$defs\": {\"a\": {}}, \"newer\": 1}")
                .file(
                        "core/own.schema.json",
                        "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"unknown\": true}")
                .file("core/own.json", "{\"$schema\": \"own.schema.json\"}")
                .tag("v1.0.0");

        SyncEngine engine = world.engine().build();
        StringBuilder told = new StringBuilder();
        engine.print(engine.run(), OutputFormat.TEXT, told);
        engine.close();

        assertThat(told).contains("docs: proposed", "schema_check pass");
        assertThat(printed.toString(UTF_8)).isEmpty();
        assertThat(log()).doesNotContain("UnknownKeywordFactory");
    }

    /** Where the tests' log goes, if not to standard error. */
    private static String log() throws IOException {
        String file = System.getProperty("org.slf4j.simpleLogger.logFile");
        return file == null ? "" : Files.readString(Path.of(file));
    }
}
