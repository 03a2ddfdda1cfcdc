package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import io.agent33.sync.testkit.memory.RecordingListener;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two equal worlds live through the same random history, one with a memory and one without: each run says the same in both. */
@Tag("thorough")
class MemoryPropertiesTest {
    private static final int HISTORIES = 20;
    private static final int STEPS = 25;
    private static final String RULES = "core/orchestrator/distribution/rules/";

    @TempDir
    Path folder;

    private int remembered;

    @Test
    void aRunThatRemembersSaysWhatARunThatPlansSays() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            live(seed);
        }
        assertThat(remembered).as("runs that planned nothing").isGreaterThan(HISTORIES / 2);
    }

    private void live(int seed) {
        Random random = new Random(seed);
        Side with = new Side(Optional.of(folder.resolve("memory-" + seed)));
        Side without = new Side(Optional.empty());
        for (int step = 0; step < STEPS; step++) {
            int action = step == 0 ? 1 : random.nextInt(16);
            int detail = random.nextInt(1_000);
            // What blocks a rule for long is rare.
            action = (action == 3 || action == 4) && detail > 200 ? 6 : action;
            with.act(action, detail);
            without.act(action, detail);
            SyncTrigger trigger = random.nextInt(4) == 0 ? SyncTrigger.release() : SyncTrigger.due();
            SyncReport one = with.run(trigger);
            SyncReport other = without.run(trigger);
            String where = "seed " + seed + ", step " + step + ", action " + action;
            assertThat(one.results()).as(where).isEqualTo(other.results());
            assertThat(one.objections()).as(where).isEqualTo(other.objections());
            assertThat(with.branches()).as(where).isEqualTo(without.branches());
            remembered += with.planned() ? 0 : 1;
        }
    }

    /** One of the two worlds. */
    private static final class Side {
        private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
        private final MemoryDownstreams downstreams = MemoryDownstreams.of("org/one", "org/two");
        private final RecordingPublisher publisher = new RecordingPublisher();
        private final Optional<Path> memory;
        private RecordingListener heard = new RecordingListener();
        private SyncReport last = new SyncReport(SyncTrigger.due(), List.of(), List.of(), java.time.Instant.EPOCH);
        private int releases;

        Side(Optional<Path> memory) {
            this.memory = memory;
            upstream.commit("first")
                    .file("core/a.md", "a\n")
                    .file("core/b.txt", "b\n")
                    .file(RULES + "one.yaml", rule("one", "core/**"))
                    .file(RULES + "two.yaml", rule("two", "core/*.md"));
        }

        private static String rule(String name, String source) {
            return "sync_rule:\n  id: " + name + "\n  source: \"" + source + "\"\n  target_repo: org/" + name
                    + "\n  target_path: docs/\n  frequency: on_release\n";
        }

        private static String either(int detail) {
            return detail % 2 == 0 ? "one" : "two";
        }

        void act(int action, int detail) {
            switch (action) {
                case 0 -> upstream.commit("change").file("core/a.md", "a" + detail + "\n");
                case 1 ->
                    upstream.commit("release")
                            .file("core/c.md", "c" + detail + "\n")
                            .tag("v1." + ++releases + ".0");
                case 2 ->
                    upstream.commit("rule")
                            .file(
                                    RULES + either(detail) + ".yaml",
                                    rule(either(detail), detail % 3 == 0 ? "core/**" : "core/*.md"));
                case 3 -> upstream.commit("moved").tag("v1." + releases + ".0");
                case 4 ->
                    downstreams.get("org/" + either(detail)).commit("by hand").file("docs/a.md", detail + "\n");
                case 5 -> downstreams.get("org/" + either(detail)).commit("own").file("src/own.txt", detail + "\n");
                case 6, 7, 8, 9, 10 -> merge();
                default -> {
                    // Nothing happens, which is what a memory is for.
                }
            }
        }

        private void merge() {
            for (RuleResult result : last.results()) {
                if (result.outcome() instanceof RuleOutcome.Proposed proposed) {
                    downstreams
                            .get(result.repository().value())
                            .merge(proposed.head().branch());
                    publisher.merge(result.repository().value(), result.ruleId());
                }
            }
        }

        SyncReport run(SyncTrigger trigger) {
            heard = new RecordingListener();
            SyncEngineBuilder engine = SyncEngine.builder()
                    .upstream(upstream)
                    .downstreams(downstreams)
                    .publisher(publisher)
                    .addListener(heard);
            memory.ifPresent(place -> engine.memory(place, "build"));
            last = engine.build().run(trigger);
            return last;
        }

        boolean planned() {
            return heard.kinds().contains("RulesRead");
        }

        /** Where everything points, which names all contents. */
        Map<String, String> branches() {
            Map<String, String> all = new TreeMap<>();
            downstreams
                    .all()
                    .forEach(one ->
                            all.put(one.id().value(), String.valueOf(one.open().branches(""))));
            return all;
        }
    }
}
