package io.agent33.sync.core.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines of a changelog speak of a file that is delivered. */
class DeliveredNamesTest {
    private final DeliveredNames names = new DeliveredNames(List.of(
            "core/orchestrator/handoff/TASKS.md",
            "core/orchestrator/README.md",
            "core/\u65e5\u672c/\u00dcber.md",
            "core/LICENSE",
            "core/fix"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core/orchestrator/handoff/TASKS.md",
                "| 2026-01-16 | core/orchestrator/handoff/TASKS.md | (new) |  |",
                "|core/orchestrator/handoff/TASKS.md|",
                "- `core/orchestrator/handoff/TASKS.md`: reworked",
                "See [tasks](core/orchestrator/handoff/TASKS.md#done).",
                "See [tasks](../orchestrator/handoff/TASKS.md).",
                "See [tasks](./handoff/TASKS.md).",
                "**core/orchestrator/handoff/TASKS.md** is new",
                "Rewrote core/orchestrator/handoff/TASKS.md.",
                "\u201ccore/orchestrator/handoff/TASKS.md\u201d \u2013 new",
                "/core/orchestrator/handoff/TASKS.md",
                "https://example.com/o/r/blob/v2.4.0/core/orchestrator/handoff/TASKS.md?plain=1#L3",
                "handoff/TASKS.md",
                "TASKS.md",
                "Split TASKS.md, README.md",
                "(TASKS.md)",
                "core/orchestrator/* | collected/*",
                "core/orchestrator/**",
                "core/orchestrator/**/*.md",
                "moved core/orchestrator/handoff/ away",
                "moved core/orchestrator/handoff",
                "everything in core/",
                "\u00dcber.md",
                "core/\u65e5\u672c/\u00dcber.md",
                "core/LICENSE"
            })
    void lineNamesADeliveredFileOrFolder(String line) {
        assertThat(names.namedIn(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "***",
                "...",
                "/",
                "//",
                "fix a typo, fix LICENSE",
                "the core of the matter",
                "handoff and orchestrator",
                "core/arch/TASKS.md",
                "collected/*/TASKS.md",
                "old/core/orchestrator/handoff/TASKS.md",
                "core/orchestrator/handoff/TASKS.md.bak",
                "MY_TASKS.md",
                "TASKS.mdx",
                "tasks.md",
                "core/orchestrator/handoff2/",
                "xcore/orchestrator/",
                "core/orch*",
                "https://example.com/TASKS.md",
                "core/orchestrator/handoff/TASKS.md/more"
            })
    void lineSpeaksOfSomethingElse(String line) {
        assertThat(names.namedIn(line)).isFalse();
    }

    @Test
    void hugeInputsAreReadInLinearTime() {
        List<String> many = IntStream.range(0, 5_000)
                .mapToObj(i -> "core/a/b/c/" + i + ".md")
                .toList();
        DeliveredNames big = new DeliveredNames(many);

        assertThat(big.namedIn("/".repeat(1_000_000))).isFalse();
        assertThat(big.namedIn("a/".repeat(2_000) + " " + ("../".repeat(1_300) + " ").repeat(100)))
                .isFalse();
        assertThat(big.namedIn("*".repeat(500_000))).isFalse();
        assertThat(big.namedIn("word ".repeat(100_000) + "4999.md")).isTrue();
    }
}
