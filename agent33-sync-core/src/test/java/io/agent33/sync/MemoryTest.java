package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.memory.RecordingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that may rely on the one before, and all that makes it not do so (S2). */
class MemoryTest {
    private static final String RULE = "core/orchestrator/distribution/rules/docs.yaml";

    @TempDir
    Path folder;

    private final World world = new World();
    private RecordingListener heard = new RecordingListener();

    @BeforeEach
    void everythingIsCurrentAndRemembered() {
        world.upstream
                .commit("first")
                .file("core/a.md", "a1\n")
                .file(RULE, rule("core/*.md"))
                .tag("v1.0.0");
        merge();
        run();
        assertThat(entries()).hasSize(1);
    }

    private static String rule(String source) {
        return "sync_rule:\n  id: docs\n  source: \"" + source
                + "\"\n  target_repo: org/webapp\n  target_path: docs/\n  frequency: on_release\n";
    }

    private SyncEngineBuilder engine() {
        return SyncEngine.builder()
                .upstream(world.upstream)
                .downstreams(world.downstreams)
                .publisher(world.publisher)
                .memory(folder, "build 1");
    }

    private SyncReport run() {
        return run(engine());
    }

    private SyncReport run(SyncEngineBuilder engine) {
        return run(engine, SyncTrigger.due());
    }

    private SyncReport run(SyncEngineBuilder engine, SyncTrigger trigger) {
        heard = new RecordingListener();
        return engine.addListener(heard).build().run(trigger);
    }

    private void merge() {
        RuleOutcome.Proposed proposed = (RuleOutcome.Proposed) World.only(run());
        world.webapp().merge(proposed.head().branch());
        world.publisher.merge("org/webapp", "docs");
    }

    /** Whether the last run planned. */
    private boolean worked() {
        return heard.kinds().contains("RulePlanned");
    }

    private Path[] entries() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toArray(Path[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSameAnswersGiveTheSameReportWithoutAPlan() {
        SyncReport planned = run(engine().memory(folder.resolve("other"), "build 1"));
        assertThat(worked()).isTrue();

        SyncReport remembered = run();

        assertThat(worked()).isFalse();
        assertThat(remembered.results()).isEqualTo(planned.results());
        assertThat(remembered.objections()).isEqualTo(planned.objections());
        assertThat(World.only(remembered)).isEqualTo(new RuleOutcome.Current("v1.0.0"));
        assertThat(heard.kinds())
                .containsExactly(
                        "RunStarted",
                        "DownstreamsFound",
                        "DownstreamStarted",
                        "RuleFinished",
                        "DownstreamFinished",
                        "RunFinished");
    }

    @Test
    void aPlanIsAlwaysMade() {
        heard = new RecordingListener();

        engine().addListener(heard).build().plan(SyncTrigger.due());

        assertThat(heard.events()).anyMatch(SyncEvent.RulePlanned.class::isInstance);
    }

    @Test
    void aNewReleaseIsPlannedAndDelivered() {
        world.upstream.commit("second").file("core/a.md", "a2\n").tag("v2.0.0");

        assertThat(World.only(run())).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(World.only(run())).isInstanceOf(RuleOutcome.Waiting.class);
        assertThat(worked()).isTrue();
    }

    @Test
    void aRuleThatChangedIsFollowedWithoutARelease() {
        world.upstream.commit("rule").file(RULE, rule("core/*.txt"));

        run();

        assertThat(worked()).isTrue();
    }

    @Test
    void aTagThatMovedIsSeen() {
        world.upstream.commit("second").file("core/a.md", "a2\n").tag("v1.0.0");

        assertThat(World.codes(run())).containsExactly("moved-tag");
    }

    @Test
    void aDownstreamThatMovedIsLookedAt() {
        world.webapp().commit("by hand").file("docs/a.md", "mine\n");

        run();

        assertThat(worked()).isTrue();
    }

    @Test
    void anotherEngineIsNotRemembered() {
        Map<String, UnaryOperator<SyncEngineBuilder>> changes = Map.of(
                "code", engine -> engine.memory(folder, "build 2"),
                "author", engine -> engine.author(new Identity("Ann", "ann@example.com")),
                "body", engine -> engine.bodyLimit(5_000),
                "prefix", engine -> engine.overridePrefix("main/"),
                "rules",
                        engine -> engine.rules(RuleSource.of(
                                World.rule("docs").source("core/*.md").build())),
                "validators", engine -> engine.validator("own", context -> List.of()),
                "variables", engine -> engine.variable("a", "b"));
        changes.forEach((name, change) -> {
            run();
            assertThat(worked()).as("before %s", name).isFalse();

            run(change.apply(engine()));

            assertThat(worked()).as(name).isTrue();
            run();
        });
    }

    @Test
    void anotherTriggerIsNotRemembered() {
        for (SyncTrigger trigger : new SyncTrigger[] {
            SyncTrigger.release(),
            SyncTrigger.release("v1.0.0"),
            SyncTrigger.due().only("docs"),
            SyncTrigger.due().allowDowngrade()
        }) {
            run(engine(), trigger);
            assertThat(worked()).as("%s", trigger).isTrue();
            run(engine(), trigger);
            assertThat(worked()).as("%s again", trigger).isFalse();
        }
    }

    @Test
    void whatIsDamagedAtAnyByteIsAsGoodAsNothing() throws IOException {
        Path entry = entries()[0];
        byte[] whole = Files.readAllBytes(entry);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(entry, damaged);
            assertThat(new MemoryFile(entry).read()).as("byte %d", at).isEmpty();
            Files.write(entry, Arrays.copyOf(whole, at));
            assertThat(new MemoryFile(entry).read()).as("%d bytes", at).isEmpty();
        }
        assertThat(World.only(run())).isEqualTo(new RuleOutcome.Current("v1.0.0"));
        assertThat(worked()).isTrue();
        run();
        assertThat(worked()).isFalse();
    }

    @Test
    void anEntryInAnotherPlaceIsForeign() throws IOException {
        Path entry = entries()[0];
        run(engine(), SyncTrigger.release());
        for (Path other : entries()) {
            if (!other.equals(entry)) {
                Files.copy(other, entry, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        run();

        assertThat(worked()).isTrue();
    }

    @Test
    void aFolderThatCannotBeWrittenCostsNothingButTime() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run(engine().memory(file, "build 1")).successful()).isTrue();
        assertThat(worked()).isTrue();
    }

    @Test
    void aQuestionThatWasAnsweredTwiceInTwoWaysIsNoTestimony() {
        Witness witness = new Witness();
        Witness.Question question = Questions.upstream(Witness.Asked.RESOLVE, "main");
        witness.heard(question, "1");
        witness.heard(question, "1");
        assertThat(witness.testimony()).contains(Map.of(question, "1"));

        witness.heard(question, "2");

        assertThat(witness.testimony()).isEmpty();
    }
}
