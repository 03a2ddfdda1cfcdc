package io.agent33.sync.core.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What holds of every reading of every text. */
final class RangeLaws {
    private RangeLaws() {}

    /** @return the reading */
    static MarkdownText hold(String text) {
        MarkdownText read = MarkdownText.parse(text);
        assertThat(read.text()).isSameAs(text);
        for (Reference each : read.references()) {
            reference(text, each);
        }
        read.references().stream().limit(20).forEach(each -> place(text, each));
        for (Heading each : read.headings()) {
            assertThat(each.level()).isBetween(1, 6);
            assertThat(each.range().of(text)).isNotEmpty();
        }
        assertThat(read.headings().stream().map(Heading::id)).doesNotHaveDuplicates();
        for (CodeBlock each : read.codeBlocks()) {
            assertThat(each.content().of(text)).isNotNull();
            assertThat(each.fenced() || each.language().isEmpty()).isTrue();
        }
        assertThat(read.frontMatter().map(found -> found.range().of(text).startsWith("---")))
                .isNotEqualTo(Optional.of(false));
        nested(read.references());
        return read;
    }

    private static void reference(String text, Reference each) {
        String whole = each.range().of(text);
        Destination destination = each.destination();
        String raw = destination.range().of(text);
        assertThat(destination.raw()).isEqualTo(raw);
        assertThat(destination.range().contains(destination.pathRange()))
                .as("%s", each)
                .isTrue();
        if (!each.form().isByDefinition()) {
            assertThat(each.range().contains(destination.range()))
                    .as("%s", each)
                    .isTrue();
        }
        each.text().ifPresent(inner -> assertThat(each.range().contains(inner)).isTrue());
        switch (each.form()) {
            case LINK -> assertThat(whole).startsWith("[").endsWith(")");
            case IMAGE -> assertThat(whole).startsWith("![").endsWith(")");
            case REFERENCE_LINK -> assertThat(whole).startsWith("[").endsWith("]");
            case REFERENCE_IMAGE -> assertThat(whole).startsWith("![").endsWith("]");
            case DEFINITION -> assertThat(whole).startsWith("[").contains("]:");
            case AUTOLINK -> assertThat(whole).isEqualTo("<" + raw + ">");
            case BARE_URL -> assertThat(whole).isEqualTo(raw);
            case HTML_LINK -> assertThat(whole).matches("(?is)<a\\s.*>");
            case HTML_IMAGE -> assertThat(whole).matches("(?is)<img\\s.*>");
            default -> {
                assertThat(whole).startsWith(raw);
                assertThat(destination.pathRange().of(text))
                        .isEqualTo(destination.path())
                        .contains("/");
            }
        }
        if (destination.writing() == Writing.ANGLE) {
            assertThat(raw).startsWith("<").endsWith(">");
        }
    }

    private static void place(String text, Reference each) {
        String[] before =
                text.substring(0, each.range().start()).replace("\uFEFF", "").split("\r\n|\r|\n", -1);
        boolean withinCrLf = each.range().start() > 0
                && each.range().start() < text.length()
                && text.charAt(each.range().start()) == '\n';
        assertThat(withinCrLf).isFalse();
        if (text.lastIndexOf('\uFEFF') < 1) {
            assertThat(each.position()).isEqualTo(new Position(before.length, before[before.length - 1].length() + 1));
        }
    }

    /** Sorted, and no two that overlap without one holding the other. */
    private static void nested(List<Reference> references) {
        Deque<Range> open = new ArrayDeque<>();
        int last = 0;
        for (Reference each : references) {
            assertThat(each.range().start()).isGreaterThanOrEqualTo(last);
            last = each.range().start();
            while (!open.isEmpty() && open.peek().end() <= each.range().start()) {
                open.pop();
            }
            assertThat(open.isEmpty() || open.peek().contains(each.range()))
                    .as("%s in %s", each, open.peek())
                    .isTrue();
            open.push(each.range());
        }
    }
}
