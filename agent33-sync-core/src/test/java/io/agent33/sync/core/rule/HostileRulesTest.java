package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.core.fuzz.Fuzzing;
import io.agent33.sync.core.fuzz.Said;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file, there are rules or objections; never a failure, never more than a person can read. */
class HostileRulesTest {
    private final Fuzzing fuzzing = Fuzzing.of("rules", HostileRulesTest::check)
            .samples(Stream.concat(Samples.accepted().stream(), Samples.refused().stream())
                    .map(Samples::text))
            .pieces("\n---\n", "\n...\n", "<<: ", "*x ", "&x ", "!!str ", "? ", "- ", "{{", "]]", "sync_rule:", "\n  ")
            .pieces("|\n", ">\n", "[[[[[[[[", "%TAG ! x\n", "\\u", "# ", ": ", "core/**", "org/webapp", "docs/");

    @Test
    void changesAtRandomGiveRulesOrObjections() {
        fuzzing.briefly(1_500);
    }

    @Tag("slow")
    @Test
    void manyMoreChangesAtRandomGiveRulesOrObjections() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    @Test
    void deepNestingIsRefusedWhereverItIs() {
        String deep = "[".repeat(10_000);

        for (String key : List.of("source", "filters", "transforms", "variables")) {
            assertThat(Samples.codes(Samples.read("sync_rule:\n  " + key + ": " + deep)))
                    .containsExactly("too-deep");
        }
    }

    @Test
    void tenMegabytesAreRefused() {
        byte[] large = new byte[10 << 20];
        Arrays.fill(large, (byte) '#');

        assertThat(Samples.codes(Samples.read("large.yaml", large))).containsExactly("too-large");
    }

    @Test
    void twentyThousandUnknownKeysAreToldUpToAHundred() {
        String keys =
                IntStream.range(0, 20_000).mapToObj(i -> "  k" + i + ": 1\n").collect(Collectors.joining());

        RuleSet rules = Samples.read("sync_rule:\n" + keys);

        assertThat(rules.objections()).hasSize(101);
        assertThat(Samples.codes(rules)).contains("too-many-problems").contains("unknown-key");
    }

    @Test
    void aHundredThousandKeysAreTooMany() {
        String keys =
                IntStream.range(0, 100_000).mapToObj(i -> "  k" + i + ": 1\n").collect(Collectors.joining());

        assertThat(Samples.codes(Samples.read("sync_rule: {}\n---\nsync_rule:\n" + keys.substring(0, 1_000_000))))
                .contains("too-many-nodes");
    }

    @Test
    void manyBadDocumentsAreToldUpToAHundredAndTheGoodOneRuns() {
        RuleSet rules = Samples.read("---\nx: y\n".repeat(2_000) + "---\n" + Samples.minimal("good"));

        assertThat(rules.objections()).hasSize(101);
        assertThat(Samples.ids(rules)).containsExactly("good");
    }

    @Test
    void aBadRuleWhoseObjectionsAreCutIsStillBad() {
        String many = "sync_rule: {id: a, source: x, target_repo: o/r, target_path: d, labels: []}\n---\n".repeat(150);

        RuleSet rules = Samples.read(many + "sync_rule: {id: b, source: '[', target_repo: o/r, target_path: d}\n");

        assertThat(rules.rules()).isEmpty();
    }

    @Test
    void aHugeIdAndAHugeGlobAreRefusedBriefly() {
        String huge = "x".repeat(500_000);

        RuleSet rules = Samples.read(
                "sync_rule: {id: " + huge + ", source: '" + huge + "', target_repo: o/r, target_path: d}\n");

        assertThat(Samples.codes(rules)).containsExactly("bad-id", "bad-glob");
        assertThat(rules.objections())
                .allSatisfy(objection -> assertThat(objection.message()).hasSizeLessThan(500));
    }

    private static String check(byte[] mutant) {
        RuleSet rules = Samples.read("mutant.yaml", mutant);
        assertThat(rules.rules().isEmpty() && rules.objections().isEmpty()).isFalse();
        for (Objection objection : rules.objections()) {
            assertThat(objection.where()).isPresent();
            Said.fitForALine(objection.message());
        }
        for (RuleSet.Entry entry : rules.rules()) {
            assertThat(Samples.read(CanonicalRule.yaml(entry.rule())).rules())
                    .extracting(RuleSet.Entry::rule)
                    .containsExactly(entry.rule());
        }
        return rules.rules().size() + " " + new TreeSet<>(Samples.codes(rules));
    }
}
