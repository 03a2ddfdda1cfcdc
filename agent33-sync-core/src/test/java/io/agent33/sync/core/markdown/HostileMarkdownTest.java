package io.agent33.sync.core.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to be slow to read, or to exhaust stack or heap. */
class HostileMarkdownTest {
    private static final long MOST_NANOS_A_CHARACTER = 10_000;

    /** Quadratic time would need many times as much. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    void longTextsAreReadInLinearTime(String name, String text) {
        assertRead(text.substring(0, Math.min(text.length(), 10_000)), 10_000);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    @Tag("slow")
    void tenMillionCharactersAreReadInLinearTime(String name, String text) {
        assertRead(text, 10_000_000);
    }

    @Test
    void tooManyLinesAreReadForMentionsAlone() {
        MarkdownText read = MarkdownText.parse("[a](core/a.md)\n".repeat(MarkdownText.MOST_LINES + 1));

        assertThat(read.references()).hasSize(MarkdownText.MOST_LINES + 1).allMatch(each -> each.form() == Form.TEXT);
        assertThat(MarkdownText.parse("[a](core/a.md)\n".repeat(100)).references())
                .allMatch(each -> each.form() == Form.LINK);
    }

    @Test
    void aTableOfTooManyCellsIsReadAsText() {
        String table = "a|".repeat(2_000) + "\n" + "-|".repeat(2_000) + "\n" + "[a](core/a.md)\n".repeat(2_000);

        assertThat(MarkdownText.parse(table).references()).hasSize(2_000);
    }

    private static void assertRead(String pattern, int length) {
        String text = pattern.repeat(Math.max(1, length / pattern.length()));
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        MarkdownText read = MarkdownText.parse(text);
        long spent = threads.getCurrentThreadCpuTime() - before;

        assertThat(read.text()).isSameAs(text);
        assertThat(spent / text.length()).as("nanoseconds a character").isLessThan(MOST_NANOS_A_CHARACTER);
    }

    private static Stream<Arguments> patterns() {
        StringBuilder runs = new StringBuilder();
        for (int i = 1; i < 1_400; i++) {
            runs.append("`".repeat(i)).append('a');
        }
        return Stream.of(
                        "[",
                        "]",
                        "![",
                        "[]",
                        "[a](",
                        "[a](<b",
                        "[a](b",
                        "[a](b \"",
                        "[a](b '",
                        "[a](b (",
                        "[a][b",
                        "[a]",
                        "![a",
                        "a <!-- a-",
                        "a<![CDATA[",
                        "a<?",
                        "a<!X ",
                        "<a b=\"",
                        "<a b='",
                        "<a b ",
                        "<a",
                        "<a:",
                        "<m@",
                        "<",
                        "a<x y=z ",
                        "`a",
                        "``a`",
                        "\\",
                        "*a_ ",
                        "**a ",
                        "*a **b ",
                        "_a*b",
                        "&amp;",
                        "&a",
                        "# *a_ ",
                        "core/",
                        "core/a ",
                        "a/",
                        "*core/a",
                        "core/a*",
                        "_/a",
                        "a:1:",
                        "a/b#",
                        "@a/",
                        "http://a",
                        "http://a(",
                        "www.",
                        "a.b/",
                        "[^a]",
                        "<b>",
                        "> ",
                        "- ",
                        "* a\n",
                        "> > - a\n",
                        "1. a\n",
                        "|",
                        "|-",
                        "a|b\n-|-\n",
                        "[a]: b\n",
                        "[a]: b 'c\n",
                        "[a\n",
                        "# a\n",
                        "a\n=\n",
                        "```\n",
                        "    a\n",
                        "\t",
                        "\r",
                        "\n",
                        "<div>\n",
                        "<h1>",
                        "<h1>&amp;",
                        "<!--\n",
                        "<a href=x>",
                        "</a>",
                        "\uFEFF",
                        "\0",
                        "\uD83D",
                        "\uDE80",
                        "---\n",
                        "[![a](b)](c)",
                        "\\[",
                        "[[a](b)",
                        "`core/a` ")
                .map(text -> Arguments.of(text.replace("\n", "⏎"), text))
                .collect(Collectors.collectingAndThen(Collectors.toList(), list -> {
                    int half = 500_000;
                    list.add(Arguments.of("nested brackets", "[".repeat(half) + "]".repeat(half)));
                    list.add(Arguments.of("nested images", "![".repeat(half / 2) + "](a)".repeat(half / 4)));
                    list.add(Arguments.of("links in a link", "[".repeat(half) + "[a](b)".repeat(half / 6)));
                    list.add(Arguments.of("runs of backticks", runs.toString()));
                    list.add(Arguments.of("strong lines", "**x\n".repeat(40_000) + "y**\n".repeat(40_000)));
                    list.add(Arguments.of("spans, then a slash", "`a` ".repeat(200_000) + "/"));
                    list.add(Arguments.of("quoted, then lazy", "> ".repeat(100) + "a\n" + "a\n".repeat(190_000)));
                    list.add(Arguments.of("heading of links", "# " + "[*a_](b)".repeat(100_000)));
                    list.add(Arguments.of("heading of marks", "# " + "*_a_ ".repeat(150_000)));
                    list.add(Arguments.of("heading of openers", "# " + "*".repeat(half) + "_a".repeat(half / 2)));
                    list.add(Arguments.of("attributes", "<a" + " b".repeat(half) + ">"));
                    list.add(Arguments.of("label", "[" + "a".repeat(half) + "]"));
                    list.add(Arguments.of("parentheses", "[a](" + "(".repeat(half) + ")".repeat(half)));
                    list.add(Arguments.of("same headings", "# a\n".repeat(150_000)));
                    return list.stream();
                }));
    }
}
