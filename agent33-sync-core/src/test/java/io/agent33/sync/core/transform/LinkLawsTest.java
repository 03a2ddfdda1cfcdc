package io.agent33.sync.core.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.fuzz.Fuzzing;
import io.agent33.sync.core.markdown.CommonMarkSuite;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text can be stripped and rewritten, and nothing but its references changes. */
class LinkLawsTest {
    private static final List<String> PATHS = List.of(
            "a.md",
            "./a.md",
            "../prompts/a.md",
            "../prompts/",
            "../prompts/b%20c.md",
            "../arch/w.md",
            "../old/gone.md",
            "../never.md",
            "/core/orch/a.md",
            "/core/prompts/a.md",
            "/x/y",
            "core/orch/a.md",
            "core/prompts/a.md",
            "core/a.md",
            "./core/a.md",
            "core/orch/",
            "../..",
            "..",
            "#f",
            "https://example.com/core/orch/a.md");
    private static final List<String> FORMS = List.of(
            "[t](%s)",
            "![t](%s)",
            "[t](<%s> 'core/orch/a.md')",
            "[t](%s#f)",
            "[t](%s?q#f)",
            "[%s](a.md)",
            "[![t](%s)](%s)",
            "[[t](%s)](%s)",
            "\n\n[l]: %s\n\n[l] [t][l]",
            "<a href=\"%s\">t</a>",
            "<img src='%s' alt=t>",
            " %s ",
            "`%s`",
            "**%s#f**",
            "%s:12",
            "<!-- %s -->",
            "\n\n```\n%s\n```\n",
            "\n\n# %s\n",
            "| %s |");
    private static final List<String> BETWEEN = List.of(
            " ", "\n", "\r\n", "\n\n", "\n> ", "\n- ", "\n    ", "*", "x", ", ", "\n|-|\n", "\\", "é", "\uD83D\uDE80");

    private final Fuzzing fuzzing = Fuzzing.of("links", input -> LinkLaws.hold(new String(input, UTF_8)))
            .samples(Stream.of(
                    "---\nsee: core/orch/a.md\n---\n# core/prompts/a.md\n\n[a](../prompts/a.md \"t\") ![b](../arch/w.md) [c][d]\n\n[d]: ../arch/w.md\n",
                    "> [a](\n> ../arch/w.md\n> 't') `core/orch/a.md:12`\n\n<a href='../arch/w.md'>x <img src=/x/y alt=\"y\"></a>\n",
                    "\uFEFF[a](/core/orch/a.md)\r\n\r\n| [![t](a.md)](../old/gone.md) |\r\n|-|\r\n"))
            .pieces("[", "]", "](", ")", "![", "<", ">", "`", "\\", "*", "\n", "\r\n", "> ", "- ", "|", "]: ", "[a]")
            .pieces(
                    "../arch/w.md",
                    "../prompts/a.md",
                    "core/orch/a.md",
                    "/core/",
                    "./",
                    "../",
                    "#f",
                    "?q",
                    "%20",
                    "&amp;")
            .pieces("<a href=\"", "\">", "</a>", "<img alt='", "' src=", "<!--", "-->", "\0", "\uFEFF", "\t");

    @Test
    void lawsHoldForRandomDocuments() {
        Random random = new Random(20_261_123L);
        int changed = 0;
        for (int i = 0; i < 1_500; i++) {
            String text = text(random);
            try {
                changed += LinkLaws.hold(text).contains("ed ") ? 1 : 0;
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("text " + i + " of seed 20261123: «" + text + "»", e);
            }
        }
        assertThat(changed).isGreaterThan(600);
    }

    @Test
    void lawsHoldForAnyText() {
        fuzzing.briefly(125);
    }

    @Test
    @Tag("slow")
    void lawsHoldForAnyTextForLong() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    @ParameterizedTest
    @Tag("corpus")
    @MethodSource("examples")
    void anExampleOfCommonMarkWithNothingToRewriteStaysAsItIs(CommonMarkSuite.Example example) {
        assertThat(LinkLaws.hold(example.markdown())).doesNotContain("ed ");
    }

    private static List<CommonMarkSuite.Example> examples() throws IOException {
        return CommonMarkSuite.examples();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String path = PATHS.get(random.nextInt(PATHS.size()));
            text.append(FORMS.get(random.nextInt(FORMS.size())).replace("%s", path))
                    .append(BETWEEN.get(random.nextInt(BETWEEN.size())));
        }
        return text.toString();
    }
}
