package io.agent33.sync.core.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.fuzz.Fuzzing;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any text is read, and what is found stands where it is said to stand. */
class MarkdownFuzzTest {
    private final Fuzzing fuzzing = Fuzzing.of("markdown", MarkdownFuzzTest::read)
            .samples(Stream.of(
                    "---\ntitle: core/a.md\n---\n# Title `code` _x_\n\n[a](b \"c\") ![d](<e f>) [g][h] <http://i>\n\n[h]: j 'k'\n",
                    "Setext\n===\n\n> - quote core/a.md:12\n>   ```yaml\n>   a: core/b.md#c\n>   ```\n\n    indented/code\n",
                    "| a | `b\\|c` |\n|---|:-:|\n| [d](e) | core/f.md |\n",
                    "<p align=\"center\">\n<a href='x/y'>z</a> <img src=q/r.png>\n</p>\n<!-- core/a.md -->\n\n<h2 id=\"i\">T</h2>\n",
                    "\uFEFF# a\r\n\r\n[b]: <c d>\r\n[b] [![x](y)](z) **core/a.md** https://a.b/c_(d)\r",
                    "[^1] text\n\n[^1]: core/a.md\n"))
            .pieces(
                    "[", "]", "](", ")", "![", "<", ">", "`", "```\n", "~~~", "\\", "*", "_", "**", "#", "# ", "\n",
                    "\r\n", "\r", "\n\n")
            .pieces(
                    "\t",
                    "    ",
                    "> ",
                    "- ",
                    "1. ",
                    "|",
                    "|-|-|\n",
                    "---\n",
                    "===\n",
                    "<a href=\"",
                    "<img src=",
                    "</a>",
                    "<!--",
                    "-->")
            .pieces(
                    "<![CDATA[",
                    "]]>",
                    "&amp;",
                    "&#0;",
                    "\0",
                    "\uFEFF",
                    "core/",
                    "core/a.md",
                    ":12",
                    "#x",
                    "http://",
                    "www.",
                    "[a]: b\n");

    @Test
    void anyTextIsRead() {
        fuzzing.briefly(750);
    }

    @Test
    @Tag("slow")
    void anyTextIsReadForLong() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    private static String read(byte[] input) {
        String text = new String(input, UTF_8);
        MarkdownText read = RangeLaws.hold(text);
        for (Reference each : PathMentions.in(text)) {
            assertThat(each.range().of(text)).startsWith(each.destination().path());
        }
        return read.references().stream()
                        .map(each -> each.form() + "" + each.destination().kind())
                        .distinct()
                        .sorted(Comparator.naturalOrder())
                        .collect(Collectors.joining(" "))
                + read.headings().size()
                + read.codeBlocks().size();
    }
}
