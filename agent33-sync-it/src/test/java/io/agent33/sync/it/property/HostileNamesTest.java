package io.agent33.sync.it.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever names an upstream tree holds, nothing is planned outside {@code target_path} or under a dangerous name (S4). */
@Tag("thorough")
class HostileNamesTest {
    private static final List<String> PIECES = List.of(
            "..",
            ".",
            ".git",
            ".GIT",
            ".gIt",
            "git~1",
            "GIT~2",
            ".git ",
            ".git.",
            ".git::$DATA",
            "\u200c.git",
            ".g\u200dit",
            "a",
            "A",
            "b.md",
            "con",
            "CON.txt",
            "nul",
            "lpt1",
            "a:b",
            "a\\b",
            "..\\..",
            "x\u0001y",
            "\u0007",
            "\u202e",
            "~",
            "é",
            "e\u0301",
            "trailing.",
            "trailing ",
            "-rf",
            "$(x)",
            "`id`",
            "'",
            "\"",
            "*",
            "?",
            "|",
            "%2e%2e",
            "．．",
            "\uFEFF.git");

    private static final SyncRule RULE = SyncRule.builder("all")
            .source("core/**")
            .targetRepo("org/one")
            .targetPath("docs/agent33")
            .frequency(Frequency.ON_RELEASE)
            .build();

    @Test
    void nothingEscapes() {
        int planned = 0;
        int blocked = 0;
        for (long i = 0; i < 3000; i++) {
            long seed = i;
            Random random = new Random(seed);
            String path = "core/" + name(random) + (random.nextBoolean() ? "/" + name(random) : "");
            MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
            upstream.commit("x").file(path, "x\n").tag("v1.0.0");
            SyncPlan plan = plan(upstream);
            if (plan.rules().get(0) instanceof Proposal proposal) {
                planned++;
                proposal.deliveries().forEach(edit -> assertHarmless(seed, path, edit));
            } else {
                blocked++;
                assertThat(((Settled) plan.rules().get(0)).outcome())
                        .as("seed %d: %s", seed, path)
                        .isInstanceOfAny(RuleOutcome.Blocked.class);
            }
        }
        assertThat(planned).as("names that are fine").isGreaterThan(200);
        assertThat(blocked).as("names that are not").isGreaterThan(1000);
    }

    private static String name(Random random) {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return random.nextInt(3) == 0 ? piece + PIECES.get(random.nextInt(PIECES.size())) : piece;
    }

    private static SyncPlan plan(MemoryUpstream upstream) {
        return SyncEngine.builder()
                .upstream(upstream)
                .downstreams(MemoryDownstreams.of("org/one"))
                .rules(RuleSource.of(RULE))
                .publisher(new RecordingPublisher())
                .build()
                .plan(SyncTrigger.due());
    }

    /** Said again in other words than the product's. */
    private static void assertHarmless(long seed, String source, PlannedEdit edit) {
        String target = edit.path().value();
        assertThat(target).as("seed %d: %s", seed, source).startsWith("docs/agent33/");
        for (String segment : target.split("/", -1)) {
            String visible = segment.replaceAll("\\p{Cf}", "").toLowerCase(Locale.ROOT);
            assertThat(visible).as("seed %d: %s", seed, source).isNotIn("", ".", "..", ".git", "git~1", "git~2");
            assertThat(segment).as("seed %d: %s", seed, source).doesNotContainPattern("[\\x00-\\x1f\\x7f<>:\"|?*\\\\]");
            assertThat(segment).as("seed %d: %s", seed, source).doesNotMatch(".*[. ]$");
        }
    }
}
