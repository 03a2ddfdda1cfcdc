package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.RuleSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, there are rules or objections; never a failure, never more than a person can read. */
class HostileRulesTest {
    private static final byte[] INTERESTING =
            "\n\r\t :-?[]{},#&*!|>'\"%@`\\~<0n\u0000".getBytes(StandardCharsets.UTF_8);

    private static final List<String> PIECES = List.of(
            "\n---\n",
            "\n...\n",
            "<<: ",
            "*x ",
            "&x ",
            "!!str ",
            "? ",
            "- ",
            "{{",
            "]]",
            "\uFEFF",
            "\u2028",
            "😀",
            "\r\n",
            "sync_rule:",
            "\n  ",
            "\t",
            "|\n",
            ">\n",
            "\"",
            "'",
            "null",
            "true",
            "[[[[[[[[",
            "%TAG ! x\n",
            "\\u",
            "# ");

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void changesAtRandomGiveRulesOrObjections(long seed) {
        mutate(seed, 1_000);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 107})
    void manyMoreChangesAtRandomGiveRulesOrObjections(long seed) {
        mutate(seed, 100_000);
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

    private static void mutate(long seed, int times) {
        Random random = new Random(seed);
        List<byte[]> samples = Stream.concat(Samples.accepted().stream(), Samples.refused().stream())
                .map(HostileRulesTest::bytes)
                .toList();
        for (int i = 0; i < times; i++) {
            byte[] mutant = samples.get(random.nextInt(samples.size()));
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                mutant = changed(mutant, random);
            }
            check(mutant, "seed " + seed + ", mutant " + i);
        }
    }

    private static void check(byte[] mutant, String name) {
        RuleSet rules;
        try {
            rules = Samples.read("mutant.yaml", mutant);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name + ":\n" + new String(mutant, StandardCharsets.UTF_8), e);
        }
        assertThat(rules.rules().isEmpty() && rules.objections().isEmpty())
                .as(name)
                .isFalse();
        for (Objection objection : rules.objections()) {
            assertThat(objection.where()).as(name).isPresent();
            assertThat(objection.message()).as(name).hasSizeLessThan(2_000).matches("[^\\p{Cntrl}\u2028\u202e]*");
        }
        for (RuleSet.Entry entry : rules.rules()) {
            assertThat(Samples.read(CanonicalRule.yaml(entry.rule())).rules())
                    .as(name)
                    .extracting(RuleSet.Entry::rule)
                    .containsExactly(entry.rule());
        }
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(20));
        return switch (random.nextInt(7)) {
            case 0 -> joined(bytes, at, new byte[] {INTERESTING[random.nextInt(INTERESTING.length)]}, at);
            case 1 ->
                joined(
                        bytes,
                        at,
                        new byte[] {INTERESTING[random.nextInt(INTERESTING.length)]},
                        Math.min(at + 1, bytes.length));
            case 2 -> joined(bytes, at, new byte[0], to);
            case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, to), at);
            case 4 ->
                joined(bytes, at, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8), at);
            case 5 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at);
            default -> Arrays.copyOf(bytes, at);
        };
    }

    private static byte[] joined(byte[] bytes, int end, byte[] middle, int start) {
        byte[] all = Arrays.copyOf(bytes, end + middle.length + bytes.length - start);
        System.arraycopy(middle, 0, all, end, middle.length);
        System.arraycopy(bytes, start, all, end + middle.length, bytes.length - start);
        return all;
    }

    private static byte[] bytes(Path file) {
        return Samples.text(file).getBytes(StandardCharsets.UTF_8);
    }
}
