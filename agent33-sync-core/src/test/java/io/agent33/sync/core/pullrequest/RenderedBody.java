package io.agent33.sync.core.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * A body as a forge renders it, by a parser that is not ours, and the triggers that GitHub documents. Mentions by the
 * patterns that its html-pipeline publishes; references and closing words by its pages "Autolinked references and URLs"
 * and "Linking a pull request to an issue"; the rest by "Skipping workflow runs".
 */
final class RenderedBody {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(AutolinkExtension.create(), TablesExtension.create()))
            .build();

    /** What must not stand in text that GitHub takes as Markdown, nor in the commit message of a squash merge. */
    static final List<Pattern> TRIGGERS = List.of(
            Pattern.compile("(?i)(?:^|[^A-Za-z0-9_])@[a-z0-9][a-z0-9-]*"),
            Pattern.compile("(?i)@[a-z0-9][a-z0-9-]*(?:/|&#47;)[a-z0-9]"),
            Pattern.compile("#[0-9]"),
            Pattern.compile("(?i)(?:^|[^A-Za-z0-9])GH-[0-9]"),
            Pattern.compile("(?i)[a-z0-9.-]+/[^/ ]+/[^/ ]+/(?:issues|pull|discussions)/[0-9]"),
            Pattern.compile("(?i)\\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\\]"),
            Pattern.compile("(?im)^\\s*(?:skip-checks|co-authored-by|signed-off-by):"),
            Pattern.compile("(?m)^\\s*/[a-z]"),
            Pattern.compile("(?m)^@"),
            Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]"),
            Pattern.compile("[\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\x{E0000}-\\x{E0FFF}]"));

    final List<String> headings = new ArrayList<>();
    final List<String> codeSpans = new ArrayList<>();
    final StringBuilder textOutsideCode = new StringBuilder();
    final List<String> foreign = new ArrayList<>();
    int thematicBreaks;
    int items;

    private RenderedBody() {}

    static RenderedBody of(String body) {
        RenderedBody rendered = new RenderedBody();
        PARSER.parse(body).accept(rendered.visitor());
        return rendered;
    }

    /** Asserts that what came from the upstream did nothing to the body but stand in it. */
    /** @param furtherSections after those of the template */
    static RenderedBody assertInert(String body, String... furtherSections) {
        RenderedBody rendered = of(body);
        List<String> headings = new ArrayList<>(
                List.of("Sync Update from AGENT-33", "Changelog Excerpt", "Diff Summary", "Validation Results"));
        headings.addAll(List.of(furtherSections));
        assertThat(rendered.foreign).as("links, images, HTML, blocks").isEmpty();
        assertThat(rendered.headings).containsExactlyElementsOf(headings);
        assertThat(rendered.thematicBreaks).isEqualTo(1);
        for (Pattern trigger : TRIGGERS) {
            assertThat(trigger.matcher(rendered.textOutsideCode).find())
                    .as("%s in the rendered text outside code: %s", trigger, rendered.textOutsideCode)
                    .isFalse();
            assertThat(trigger.matcher(body).find())
                    .as("%s in the plain text of the body: %s", trigger, body)
                    .isFalse();
        }
        return rendered;
    }

    private AbstractVisitor visitor() {
        return new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(((Text) heading.getFirstChild()).getLiteral());
            }

            @Override
            public void visit(ListItem item) {
                items++;
                visitChildren(item);
            }

            @Override
            public void visit(Code code) {
                codeSpans.add(code.getLiteral());
            }

            @Override
            public void visit(Text text) {
                textOutsideCode.append(text.getLiteral()).append('\n');
            }

            @Override
            public void visit(ThematicBreak line) {
                thematicBreaks++;
            }

            @Override
            public void visit(Link link) {
                foreign(link);
            }

            @Override
            public void visit(Image image) {
                foreign(image);
            }

            @Override
            public void visit(HtmlInline html) {
                foreign(html);
            }

            @Override
            public void visit(HtmlBlock html) {
                foreign(html);
            }

            @Override
            public void visit(FencedCodeBlock block) {
                foreign(block);
            }

            @Override
            public void visit(IndentedCodeBlock block) {
                foreign(block);
            }

            private void foreign(Node node) {
                foreign.add(node.toString());
            }
        };
    }
}
