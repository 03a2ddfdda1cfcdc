package io.agent33.sync.core.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.link.LinkReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Data and schemas made to exhaust time, stack or heap. */
class HostileDataTest {
    private final DataReader reader = new DataReader(LinkReader.keepingNothing());

    private Trouble only(String name, String text, String schema) {
        SchemaFiles files = new SchemaFiles(List.of(new SchemaFiles.Tree(
                "", path -> Optional.ofNullable(Map.of("s.json", schema).get(path)))));
        Judgement judgement = Judgement.of(reader.read(name, text), Optional::empty, files, files);
        assertThat(judgement.faults()).hasSize(1);
        return judgement.faults().get(0).trouble();
    }

    static List<Arguments> bombs() {
        return List.of(
                Arguments.of("brackets", "a.json", "[".repeat(1_000_000)),
                Arguments.of("braces", "a.json", "{\"a\":".repeat(1_000_000)),
                Arguments.of("flow", "a.yaml", "[".repeat(100_000)),
                Arguments.of("dashes", "a.yaml", "- ".repeat(100_000)),
                Arguments.of("a number", "a.json", "9".repeat(1_000_000)),
                Arguments.of("values", "a.yaml", "- a\n".repeat(300_000)),
                Arguments.of("length", "a.yaml", "a: " + "x".repeat(9 << 20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void whatIsTooMuchIsSaidAndNotRead(String name, String file, String text) {
        assertThat(only(file, text, "").kind()).isEqualTo(Trouble.Kind.UNDECIDED);
    }

    @Test
    void anAliasBombIsNotExpanded() {
        StringBuilder bomb = new StringBuilder("$schema: s.json\na0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }

        assertThat(only("a.yaml", bomb.toString(), "{\"type\": \"object\"}").kind())
                .isEqualTo(Trouble.Kind.UNDECIDED);
    }

    static List<Arguments> schemas() {
        StringBuilder fan = new StringBuilder("{\"$ref\": \"#/$defs/d0\", \"$defs\": {");
        for (int i = 0; i < 60; i++) {
            String next = "{\"$ref\": \"#/$defs/d" + (i + 1) + "\"}";
            fan.append("\"d" + i + "\": {\"allOf\": [" + next + ", " + next + "]}, ");
        }
        fan.append("\"d60\": {\"type\": \"object\"}}}");
        return List.of(
                Arguments.of("a circle", "{\"$ref\": \"#\"}"),
                Arguments.of("a wide circle", "{\"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {\"$ref\": \"#\"}}}"),
                Arguments.of("a fan", fan.toString()),
                Arguments.of("a pattern", "{\"properties\": {\"a\": {\"pattern\": \"^(a+)+$\"}}}"),
                Arguments.of("a deep pattern", "{\"properties\": {\"a\": {\"pattern\": \"^(a|b|!)*$\"}}}"),
                Arguments.of("looking ahead", "{\"properties\": {\"a\": {\"pattern\": \"^(?=(a|aa)+$)(.*)*x$\"}}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void aSchemaThatAsksForTooMuchDecidesNothing(String name, String schema) {
        String text = "{\"$schema\": \"s.json\", \"a\": \"" + "a".repeat(20_000) + "!\"}";

        assertThat(only("a.json", text, schema).message()).contains("more steps than a check may");
    }

    @Test
    void aHugeNumberIsOnlyANumber() {
        String text = "{\"$schema\": \"s.json\", \"a\": 1e400000000, \"b\": 1e-400000000, \"c\": -9e999999999}";

        assertThat(only(
                                "a.json",
                                text,
                                "{\"properties\": {\"a\": {\"multipleOf\": 3}, \"c\": {\"maximum\": 3}}, \"required\": [\"d\"]}")
                        .kind())
                .isIn(Trouble.Kind.INSTANCE, Trouble.Kind.UNDECIDED);
    }

    @Test
    void thousandsOfMistakesAreCut() {
        String text = "# yaml-language-server: $schema=s.json\n" + "- a\n".repeat(50_000);
        SchemaFiles files = new SchemaFiles(
                List.of(new SchemaFiles.Tree("", path -> Optional.of("{\"items\": {\"type\": \"integer\"}}"))));

        assertThat(Judgement.of(reader.read("a.yaml", text), Optional::empty, files, files)
                        .faults())
                .hasSize(20);
    }

    @Test
    void arbitraryTextsNeverFail() {
        long seed = 7;
        Random random = new Random(seed);
        String[] parts = {
            "```json\n",
            "```yaml\n",
            "```\n",
            "{",
            "}",
            "\"$schema\": ",
            "\"s.json\"",
            "[",
            "]",
            ":",
            ",",
            "\n",
            " ",
            "\t",
            "- ",
            "&a",
            "*a",
            "!!x",
            "|",
            ">",
            "\"",
            "'",
            "\\u",
            "\uFEFF",
            "\u0000",
            "\uD83D",
            "1e9",
            "true",
            "# yaml-language-server: $schema=s.json\n",
            "---\n",
            "<<: ",
            "%"
        };
        SchemaFiles files = new SchemaFiles(List.of(new SchemaFiles.Tree("", path -> Optional.of("{\"type\": 7}"))));
        for (int round = 0; round < 4_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            for (String name : List.of("a.json", "a.yaml", "a.md")) {
                DataText read = reader.read(name, text.toString());
                assertThat(Judgement.of(read, () -> Optional.of(read), files, files)
                                .faults())
                        .as("seed %s, round %s: %s", seed, round, text)
                        .allMatch(fault -> fault.origin() == Fault.Origin.UPSTREAM
                                || fault.trouble().kind() == Trouble.Kind.UNDECIDED
                                || fault.trouble().kind() == Trouble.Kind.ELSEWHERE);
            }
        }
    }
}
