package io.agent33.sync.core.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says of decisions, whoever wrote it. */
class DecisionEntriesTest {
    private static final String ENTRY = """
            rollback:
              date: "2026-01-30"
              sync_version: "v2.4.0"
              reverted_commit: "abc1234"
              reason: "broken"
              restored_to: "v2.3.1 sync state"
              follow_up_issue: "AGENT-33#456"
              logged_by: "operator"
            """;

    private static List<Decision> entriesOf(String text) {
        return DecisionsFile.of(text.getBytes(UTF_8)).entries();
    }

    private static String block(String yaml) {
        return "```yaml\n" + yaml + "```\n";
    }

    @Test
    void whatPeopleWriteAroundEntriesIsLeftOut() {
        String text =
                "# Ours\n\n- a\n- b\n\n" + block(ENTRY) + "\nand `more`\n\n```\ncode\n```\n" + block("other: 1\n");

        assertThat(entriesOf(text)).hasSize(1);
    }

    @Test
    void anEntryThatAPersonWroteCountsWhateverItsQuotesAndItsOrder() {
        String text = """
                ~~~ yaml
                # by hand
                rollback:
                  sync_version: v2.4.0
                  date: 2026-01-30
                  reverted_commit: 'abc1234'
                  reason: broken
                  restored_to: v2.3.1 sync state
                  follow_up_issue: "AGENT-33#456"
                  logged_by: operator
                ~~~
                """;

        assertThat(entriesOf(text)).isEqualTo(entriesOf(block(ENTRY))).hasSize(1);
    }

    @Test
    void anExampleWithinALongerFenceIsNone() {
        assertThat(entriesOf("````markdown\n" + block(ENTRY) + "````\n")).isEmpty();
        assertThat(entriesOf("~~~\n" + block(ENTRY) + "~~~\n")).isEmpty();
        assertThat(entriesOf("````markdown\n" + block(ENTRY) + "````\n" + block(ENTRY)))
                .hasSize(1);
    }

    @Test
    void aCodeSpanOpensNoBlock() {
        assertThat(entriesOf("``` not a block ```\n" + block(ENTRY))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollback: null\n",
                "rollback:\n  date: \"2026-01-30\"\n",
                "- rollback\n",
                "rollback: [\n",
                "",
                "a: 1\n---\nb: 2\n"
            })
    void otherYamlIsNone(String yaml) {
        assertThat(entriesOf(block(yaml))).isEmpty();
    }

    @Test
    void norIsAnEntryThatIsNotComplete() {
        assertThat(entriesOf(block(ENTRY.replace("2026-01-30", "yesterday")))).isEmpty();
        assertThat(entriesOf(block(ENTRY.replace("\"broken\"", "[broken]")))).isEmpty();
        assertThat(entriesOf(block(ENTRY + "  more: \"x\"\n"))).isEmpty();
        assertThat(entriesOf(block(ENTRY + "other: \"x\"\n"))).isEmpty();
        assertThat(entriesOf(block(ENTRY.replace("logged_by", "logged")))).isEmpty();
        assertThat(entriesOf(block(ENTRY + "---\n" + ENTRY))).isEmpty();
        assertThat(entriesOf("```yaml\n" + ENTRY)).isEmpty();
        assertThat(entriesOf("```yml\n" + ENTRY + "```\n")).isEmpty();
    }

    @Test
    void valuesAreOneLineEachAndBounded() {
        Rollback rollback = rollback("first\r\n```\n\tsecond\u2028third\u202E \u0000", "x".repeat(2000));

        assertThat(rollback.reason()).isEqualTo("first ``` second third\\u202e \\u0000");
        assertThat(rollback.loggedBy()).hasSize(500).endsWith("x…");
        assertThat(rollback("a", "x".repeat(500)).loggedBy()).isEqualTo("x".repeat(500));
        assertThat(rollback("a", "x".repeat(498) + "😀😀").loggedBy()).isEqualTo("x".repeat(498) + "…");
    }

    @Test
    void whatWasInertStaysAsItIs() {
        String inert = rollback("a\nb", "😀".repeat(400)).loggedBy();

        assertThat(rollback(inert, inert).reason()).isEqualTo(inert);
    }

    @Test
    void anyValuesAreReadAsTheyWereWritten() {
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            Decision decision = random.nextBoolean()
                    ? rollback(hostile(random), hostile(random))
                    : new ConflictResolution(
                            LocalDate.of(2026, 1, 30), hostile(random), hostile(random), hostile(random), "me");
            DecisionsFile once = DecisionsFile.of("Ours\n".getBytes(UTF_8)).with(decision);

            assertThat(once.entries()).as("seed %d", seed).containsExactly(decision);
            assertThat(once.with(decision).bytes()).as("seed %d", seed).isEqualTo(once.bytes());
        }
    }

    @Test
    void whateverStandsThereStaysAndTheEntryIsFound() {
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            byte[] old = hostile(random).getBytes(UTF_8);
            Decision decision = rollback("why", "who");
            byte[] once = DecisionsFile.of(old).with(decision).bytes();

            assertThat(Arrays.copyOf(once, old.length)).as("seed %d", seed).isEqualTo(old);
            assertThat(DecisionsFile.of(once).entries()).as("seed %d", seed).contains(decision);
            assertThat(DecisionsFile.of(once).with(decision).bytes())
                    .as("seed %d", seed)
                    .isEqualTo(once);
        }
    }

    private static Rollback rollback(String reason, String by) {
        return new Rollback(LocalDate.of(2026, 1, 30), "v2.4.0", "abc1234", reason, "v2.3.1", "AGENT-33#456", by);
    }

    private static String hostile(Random random) {
        String[] pieces = {
            "```", "~~~", "````", "\n", "\r\n", "\n", " ", "\"", "\\", "yaml", "rollback:", "  date: ", "é", "😀",
                    "\uFEFF",
            "\u202E", "\u0085", "\u0000", "\uD800", "\\u0041", "#", "- ", "&a", "*a", "{", "'", "x", "\t", "\uE000",
                    "\r"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(25); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
