package io.agent33.sync.core.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A path that is written where another one stood is read again as that path, and nothing else changes. */
class RewritingTest {
    private static final long SEED = 20_261_124L;
    private static final String[] PARTS = {
        "a",
        "core",
        "Z9",
        ".",
        "..",
        "_",
        "-",
        "/",
        "/",
        " ",
        "(",
        ")",
        "[",
        "]",
        "<",
        ">",
        "%",
        "%41",
        "#",
        "?",
        "&",
        "&amp;",
        ";",
        ":",
        "\\",
        "`",
        "*",
        "_x_",
        "|",
        "\"",
        "'",
        "!",
        "+",
        "@",
        "=",
        "é",
        "中",
        "\uD83D\uDE80",
        "\u00A0",
        "~",
        "$",
        "{",
        "}"
    };
    private static final List<String> PLACES = List.of(
            "x [t](core/a.md) y",
            "[t](core/a.md \"title\")",
            "![t](<core/a b.md>)",
            "[t](core/a.md#f)",
            "[t](core/a.md?q#f 't')",
            "[t][l]\n\n[l]: core/a.md\n",
            "[t][l]\n\n[l]: <core/a.md> 'title'\n",
            "<a href=\"core/a.md\">t</a>",
            "<img src='core/a.md'>",
            "<a href=core/a.md>t</a>",
            "| [t](core/a.md) | b |\n|-|-|\n",
            "[![t](core/a.md)](x)",
            "> - [t](core/a.md)\n",
            "# [t](core/a.md)\n",
            "<p>\n<a href=\"core/a.md#f\">t</a>\n</p>\n",
            "*[t](core/a.md)*",
            "[t](core/%61.md)",
            "[t](#f)",
            "[t]()");
    private static final List<String> MENTIONS = List.of(
            "core/a.md",
            "see core/a.md.",
            "`core/a.md:12`",
            "**core/a.md#f**",
            "```\ncore/a.md\n```\n",
            "| core/a.md |\n|-|\n");

    @Test
    void aPathThatIsWrittenIsReadAgain() {
        Random random = new Random(SEED);
        for (int i = 0; i < 4_000; i++) {
            String place = PLACES.get(random.nextInt(PLACES.size()));
            String path = path(random);
            MarkdownText before = MarkdownText.parse(place);
            int index = target(before);
            Optional<String> encoded =
                    before.references().get(index).destination().encode(path);
            assertThat(encoded.isPresent()).isEqualTo(!path.startsWith("//"));
            encoded.ifPresent(written -> same(before, index, path, written));
        }
    }

    @Test
    void aMentionTakesTokensAlone() {
        Random random = new Random(SEED);
        int taken = 0;
        for (int i = 0; i < 4_000; i++) {
            MarkdownText before = MarkdownText.parse(MENTIONS.get(random.nextInt(MENTIONS.size())));
            String path = path(random);
            Optional<String> encoded = before.references().get(0).destination().encode(path);
            if (encoded.isPresent()) {
                taken++;
                assertThat(encoded).contains(path);
                same(before, 0, path, path);
            }
        }
        assertThat(taken).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0001',
            value = {
                "[t](a/b.md)¦docs/my file (1).md¦docs/my%20file%20%281%29.md",
                "[t](<a/b.md>)¦docs/my file.md¦docs/my file.md",
                "[t](a/b.md)¦docs/50%.md¦docs/50%25.md",
                "<a href=a>¦docs/\"x\"&y.md¦docs/%22x%22%26y.md",
                "[t](a/b.md)¦docs/über.md¦docs/über.md",
                "see a/b.md¦docs/b.md¦docs/b.md"
            })
    void writtenForm(String text, String path, String written) {
        assertThat(MarkdownText.parse(text).references().get(0).destination().encode(path))
                .contains(written);
    }

    @Test
    void whatCannotStandThereIsRefused() {
        assertThat(MarkdownText.parse("<https://a.b>")
                        .references()
                        .get(0)
                        .destination()
                        .encode("a/b"))
                .isEmpty();
        assertThat(MarkdownText.parse("see a/b.md")
                        .references()
                        .get(0)
                        .destination()
                        .encode("a b/c.md"))
                .isEmpty();
        assertThat(MarkdownText.parse("see a/b.md")
                        .references()
                        .get(0)
                        .destination()
                        .encode("/a/b.md"))
                .isEmpty();
        assertThat(MarkdownText.parse("see a/b/")
                        .references()
                        .get(0)
                        .destination()
                        .encode("a/b.md"))
                .isEmpty();
        assertThat(MarkdownText.parse("see a/b.md")
                        .references()
                        .get(0)
                        .destination()
                        .encode("a/**/b.md"))
                .isEmpty();
    }

    @Test
    void unlinkingLeavesTheText() {
        String text = "a [b *c*](d/e.md \"t\") ![f](g/h.png) <a href='i/j'>k</a> l\n";
        StringBuilder plain = new StringBuilder(text);
        List<Reference> links = MarkdownText.parse(text).references().stream()
                .filter(each -> each.text().isPresent())
                .toList();
        for (int i = links.size() - 1; i >= 0; i--) {
            Range range = links.get(i).range();
            plain.replace(
                    range.start(),
                    range.end(),
                    links.get(i).text().orElseThrow().of(text));
        }

        assertThat(plain).hasToString("a b *c* f k l\n");
    }

    @Test
    void anElementThatCrossesALinkIsItsTagAlone() {
        for (String text : List.of("<a href=x>[y</a>](z)", "[<a href=x>](y)</a>")) {
            assertThat(RangeLaws.hold(text).references())
                    .filteredOn(each -> each.form() == Form.HTML_LINK)
                    .extracting(each -> each.range().of(text))
                    .containsExactly("<a href=x>");
        }
    }

    private static void same(MarkdownText before, int index, String path, String written) {
        Reference old = before.references().get(index);
        Range range = old.destination().pathRange();
        String text = before.text().substring(0, range.start())
                + written
                + before.text().substring(range.end());
        MarkdownText after = RangeLaws.hold(text);
        String told = "path %s of seed %d in %s".formatted(path, SEED, text);

        assertThat(after.references().stream().filter(each -> each.form() != Form.TEXT || old.form() == Form.TEXT))
                .as(told)
                .extracting(Reference::form)
                .containsExactlyElementsOf(
                        before.references().stream().map(Reference::form).toList());
        Reference found = after.references().get(index);
        assertThat(found.destination().path()).as(told).isEqualTo(path);
        assertThat(found.destination().query())
                .as(told)
                .isEqualTo(old.destination().query());
        assertThat(found.destination().fragment())
                .as(told)
                .isEqualTo(old.destination().fragment());
        assertThat(found.destination().pathRange().of(text)).as(told).isEqualTo(written);
        assertThat(found.text().map(each -> each.of(text))).isEqualTo(old.text().map(each -> each.of(before.text())));
    }

    private static int target(MarkdownText text) {
        for (int i = 0; i < text.references().size(); i++) {
            if (!text.references().get(i).destination().path().equals("x")) {
                return i;
            }
        }
        throw new AssertionError(text.text());
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        int parts = 1 + random.nextInt(8);
        for (int i = 0; i < parts; i++) {
            path.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return path.toString();
    }
}
