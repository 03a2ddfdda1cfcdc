package io.agent33.sync.core.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/** On random texts, our reading within blocks finds what commonmark-java's own finds. */
class BesideCommonmarkTest {
    private static final long SEED = 20_261_123L;
    private static final String[] PIECES = {
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "](a)",
        "](<a b>)",
        "](a \"t\")",
        "[a]",
        "[x](y)",
        "[x][a]",
        "[a][]",
        "<",
        ">",
        "<a>",
        "<b c='",
        "'>",
        "<http://x>",
        "<m@x.y>",
        "<!--",
        "-->",
        "<?",
        "?>",
        "<!X",
        "<![CDATA[",
        "]]>",
        "`",
        "``",
        "\\",
        "\\`",
        "\\]",
        "*",
        "**",
        "_",
        "__",
        "***",
        "a",
        "b c",
        " ",
        " ",
        "\n",
        "\n",
        "\n\n",
        "# ",
        "## ",
        "===\n",
        "---\n",
        "> ",
        "- ",
        "1. ",
        "|",
        "|a|b|\n|-|-|\n",
        "\\|",
        "&amp;",
        "&copy;",
        "&#35;",
        "&nope;",
        "!",
        "\"",
        "'",
        "é",
        "\u4E2D",
        "\uD83D\uDE80",
        "\u00A0",
        ".",
        ",",
        "\n[a]: /u \"t\"\n\n",
        "\n[b c]: <x y>\n\n",
        "\t",
        "    ",
        "```\n"
    };

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    @Test
    void randomTextsHaveTheSameLinksAndHeadings() {
        Random random = new Random(SEED);
        for (int i = 0; i < 3_000; i++) {
            String text = text(random);
            MarkdownText read = RangeLaws.hold(text);
            Rendered rendered = new Rendered();
            PARSER.parse(text).accept(rendered);
            assertThat(read.references().stream()
                            .filter(each -> isLink(each.form()))
                            .map(each -> each.destination().url()))
                    .as("links of text %d of seed %d: %s", i, SEED, text)
                    .containsExactlyElementsOf(rendered.links);
            assertThat(read.headings().stream().map(Heading::text))
                    .as("headings of text %d of seed %d: %s", i, SEED, text)
                    .containsExactlyElementsOf(rendered.headings);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("a");
        int pieces = 1 + random.nextInt(24);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.substring(text.indexOf("---") == 1 ? 0 : random.nextInt(2));
    }

    private static boolean isLink(Form form) {
        return switch (form) {
            case LINK, IMAGE, REFERENCE_LINK, REFERENCE_IMAGE, AUTOLINK -> true;
            default -> false;
        };
    }

    private static final class Rendered extends AbstractVisitor {
        private final List<String> links = new ArrayList<>();
        private final List<String> headings = new ArrayList<>();
        private StringBuilder heading = new StringBuilder();
        private int images;

        @Override
        public void visit(org.commonmark.node.Heading node) {
            heading = new StringBuilder();
            visitChildren(node);
            headings.add(heading.toString().strip());
        }

        @Override
        public void visit(Link node) {
            links.add(node.getDestination());
            visitChildren(node);
        }

        @Override
        public void visit(Image node) {
            links.add(node.getDestination());
            images++;
            visitChildren(node);
            images--;
        }

        @Override
        public void visit(Text node) {
            see(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            see(node.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            see("\n");
        }

        @Override
        public void visit(HardLineBreak node) {
            see("\n");
        }

        private void see(String text) {
            if (images == 0) {
                heading.append(text);
            }
        }
    }
}
